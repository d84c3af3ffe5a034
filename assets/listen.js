// Reads a page aloud, one sentence an utterance: a long one goes silent in some browsers. Fetched when somebody presses the button,
// so that nobody else waits for it. Which voice may speak, the page script decides. How it deals with voices that hang and browsers that lose
// sentences is as in a lesson (modules/player/src/speech.rs).
(() => {
  "use strict";
  const button = document.querySelector(".aloud");
  const main = document.getElementById("main-content");
  const speech = speechSynthesis;
  // What is not running text: ways to other places, numbers that are links, controls, and drawings.
  const SILENT = "nav, form, button, figure, .ref, .tag, .aloud, .policy-ways, script, template, svg, [aria-hidden=true]";
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, dt, dd, td, th, summary, pre, blockquote, div, section, article, main";
  const LISTEN = button.textContent;
  // How long a voice may take to begin, and for one character; and how long a browser may take to cut it off.
  const TO_BEGIN = 10000, A_CHARACTER = 250, TO_CUT = 100;
  const marks = "highlights" in CSS ? new Highlight() : null;
  let sentences;
  let at = 0;
  // Kept while it is spoken: a browser may drop an utterance that nobody holds, and its end would never come.
  let now = null;
  // The last that a voice has begun with.
  let begun;
  let best;
  // The timers for a voice that hangs, and for a sentence that waits until another is cut off.
  let hangs, waits;
  let cut = false;

  if (marks) {
    CSS.highlights.set("listening", marks);
    const look = new CSSStyleSheet();
    look.replaceSync(`::highlight(listening) { background-color: var(--warm); color: var(--warm-ink); text-decoration: underline }
      @media (forced-colors: active) { ::highlight(listening) { background-color: Highlight; color: HighlightText } }`);
    document.adoptedStyleSheets.push(look);
  }
  button.listen = (chosen) => {
    best = chosen;
    if (now) stop();
    else start();
  };
  addEventListener("pagehide", stop);
  addEventListener("keydown", ({ key }) => key === "Escape" && now && stop());

  function start() {
    sentences ??= read();
    if (at >= sentences.length) at = 0;
    button.textContent = button.dataset.stop;
    button.dataset.on = "";
    next();
  }

  // Where it stopped, it goes on when the button is pressed again. A voice that has begun and rests has said its sentence, though it sent no end.
  function stop() {
    if (!now) return;
    if (begun === now && !isHeard()) at += 1;
    now = null;
    clearTimeout(hangs);
    clearTimeout(waits);
    silence();
    unmark();
    button.textContent = LISTEN;
    delete button.dataset.on;
  }

  const isHeard = () => speech.speaking || speech.pending;

  // What is not heard need not be cut off; what is given in the same moment as that would be lost in some browsers.
  function silence() {
    if (!isHeard()) return;
    speech.cancel();
    cut = true;
  }

  function next() {
    const sentence = sentences[at];
    const voice = sentence && best(sentence.language);
    if (sentence && !voice) {
      // A passage in a language that this device does not speak is passed over.
      at += 1;
      return next();
    }
    unmark();
    now ??= {};
    if (!sentence) return stop();
    mark(sentence);
    const utterance = now = new SpeechSynthesisUtterance(sentence.text);
    now.voice = voice;
    now.lang = voice.lang;
    now.onstart = () => { begun = utterance; };
    const end = now.onend = now.onerror = () => {
      if (now !== utterance) return;
      clearTimeout(hangs);
      at += 1;
      next();
    };
    hangs = setTimeout(end, TO_BEGIN + A_CHARACTER * sentence.text.length);
    silence();
    if (cut) waits = setTimeout(speak, TO_CUT);
    else speak();
  }

  function speak() {
    cut = false;
    // Whoever paused it, the reader has asked to hear this.
    speech.resume();
    speech.speak(now);
  }

  // Where highlights are not to be had, the whole paragraph is marked. Neither changes the page's elements, so links stay links.
  function mark({ range, block }) {
    if (marks) marks.add(range);
    else block.dataset.speaking = "";
    const { top, bottom } = range.getBoundingClientRect();
    // At once and not by degrees: nobody has to watch the page move.
    if (top < 80 || bottom > innerHeight) block.scrollIntoView({ block: "center", behavior: "instant" });
  }

  function unmark() {
    marks?.clear();
    for (const block of main.querySelectorAll("[data-speaking]")) delete block.dataset.speaking;
  }

  // The sentences of the page in reading order, each with its place. What a reader cannot see is not read.
  function read() {
    const found = [];
    let pieces = [];
    let block = null;
    let language = "";
    const end = () => {
      if (block) found.push(...sentencesOf(block, language, pieces));
      pieces = [];
    };
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const around = node.parentElement;
      if (around.closest(SILENT) || !around.checkVisibility()) continue;
      const own = around.closest(BLOCKS);
      // A phrase in another language is spoken by a voice of that language, apart from the words around it.
      const { lang } = around.closest("[lang]");
      if (own !== block || lang !== language) {
        end();
        block = own;
        language = lang;
      }
      pieces.push(node);
    }
    end();
    return found;
  }

  function sentencesOf(block, language, nodes) {
    const text = nodes.map((node) => node.data).join("");
    const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    return [...segmenter.segment(text)]
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => {
        const words = segment.trim();
        const begin = index + segment.indexOf(words);
        const range = document.createRange();
        range.setStart(...place(nodes, begin, false));
        range.setEnd(...place(nodes, begin + words.length, true));
        return { text: words.replace(/\s+/g, " "), range, block, language };
      });
  }

  // The text node and the place in it of a place in the text of them all. An end belongs to the node that it ends.
  function place(nodes, offset, isEnd) {
    for (const node of nodes) {
      if (offset < node.length || (isEnd && offset === node.length)) return [node, offset];
      offset -= node.length;
    }
    const last = nodes.at(-1);
    return [last, last.length];
  }
})();
