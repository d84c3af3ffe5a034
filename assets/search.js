// The search page: asks the indexes that lie beside the site, and shows what it finds as a list of links.
// The words are in no address and no title, so they are in no list of pages that were opened. They go with the page's entry in this tab's own history, so
// that Back from a result comes to what was found.
(() => {
  "use strict";
  // From a disk nothing can be fetched: there the A to Z is what the page has.
  if (location.protocol === "file:") return;
  const AT_ONCE = 10;
  // A title counts for more than the text, and the words by which worried people look for "Get help" for more than a title.
  const RANKING = { metaWeights: { title: 5, also: 40 } };
  // With this weight a page of this reader's own comes about where it would come in one index over all pages: for 62 questions on the search pages of
  // both examples' staff and volunteers 4 places from there in the mean, nearly as often above as below. It is less than 1, because among few long
  // pages none counts as long.
  const OWN_WEIGHT = 0.6;
  const form = document.querySelector("form.search");
  const box = form.elements.q;
  const count = form.querySelector(".count");
  const list = form.querySelector(".results");
  const more = form.querySelector(".more-results");
  const nothing = document.querySelector(".nothing-found");
  const url = (path) => new URL(path, document.baseURI).href;
  let engine;
  let latest = 0;
  // Ends the search that goes on, where a file of the index has not come.
  let miss;

  // Pagefind's reader passes over a file that does not come: then it waits for ever, or says that nothing was found. So what it asks for is
  // looked at here. A host that answers has refused the file; one that does not answer may do so later.
  const ask = window.fetch;
  window.fetch = async (...what) => {
    try {
      const answer = await ask(...what);
      if (!answer.ok) miss?.("refused");
      return answer;
    } catch (error) {
      miss?.("failed");
      throw error;
    }
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    note(box.value.trim());
    search();
  });
  addEventListener("hashchange", search);
  search();

  // What is asked for: what was typed here, or what stands after the # or a ? for those who link here. A place on the page asks for nothing.
  function asked() {
    const typed = location.hash.startsWith("#q=") ? location.hash.slice(1) : location.hash ? "" : location.search;
    const words = (new URLSearchParams(typed).get("q") ?? "").trim();
    if (words) note(words);
    return history.state?.q;
  }

  // In the place of the entry that is there, whose address may have the words.
  function note(q) {
    history.replaceState({ q }, "", location.pathname);
  }

  async function search() {
    const words = asked();
    if (!words) return;
    const turn = ++latest;
    box.value = words;
    nothing.hidden = true;
    more.hidden = true;
    list.replaceChildren();
    say("working", words);
    try {
      const { hits, some, shown } = await orMissed(async () => {
        const found = await find(words);
        return { ...found, shown: await Promise.all(found.hits.slice(0, AT_ONCE).map(item)) };
      });
      // Somebody may have typed other words meanwhile.
      if (turn !== latest) return;
      list.append(...shown);
      nothing.hidden = hits.length > 0;
      more.hidden = hits.length <= AT_ONCE;
      more.onclick = () => showRest(hits.slice(AT_ONCE), words, turn);
      const number = hits.length === 0 ? "none" : hits.length === 1 ? "one" : "many";
      say(some && hits.length ? (number === "one" ? "someOne" : "someMany") : number, words, hits.length);
      // On a telephone the keyboard would cover what was found.
      if (matchMedia("(pointer: coarse)").matches) box.blur();
    } catch (how) {
      // What has missed a file knows less than it thinks: the next search begins anew.
      engine = undefined;
      if (turn === latest) say(how === "refused" ? how : "failed", words);
    }
  }

  // What the work gives, unless a file is missed meanwhile.
  function orMissed(work) {
    return Promise.race([work(), new Promise((_, reject) => (miss = reject))]);
  }

  function say(what, words, n) {
    count.textContent = form.dataset[what].replace("{n}", n).replace("{words}", () => words);
  }

  // The button stays until there is something else for the focus to go to. A second press asks for nothing more.
  async function showRest(hits, words, turn) {
    more.onclick = null;
    try {
      const shown = await orMissed(() => Promise.all(hits.map(item)));
      if (turn !== latest) return;
      list.append(...shown);
      shown[0].querySelector("a").focus();
      more.hidden = true;
    } catch (how) {
      if (turn !== latest) return;
      say(how === "refused" ? how : "failed", words);
      more.onclick = () => showRest(hits, words, turn);
    }
  }

  // Pagefind's reader, fetched when the first words are searched for. It stores nothing, and asks this site alone.
  function load() {
    engine ??= begin().catch((error) => {
      engine = undefined;
      throw error;
    });
    return engine;
  }

  // Everybody's index, and beside it the one of what only this page's reader may see. The second is read by the WebAssembly of the first, so it
  // begins when that has come: until then Pagefind would look for it again and again, also when it never comes.
  async function begin() {
    const { createInstance } = await import(url(form.dataset.engine));
    const [everybodys, own] = form.dataset.index.split(" ");
    const shown = { excerptLength: 24, ranking: RANKING };
    const pagefind = createInstance({ ...shown, basePath: url(everybodys), noWorker: true });
    const found = async (words) => (await pagefind.search(words)).results;
    if (!own) return found;
    const everybody = new Set((await found(null)).map(({ id }) => id));
    await pagefind.mergeIndex(url(own), shown);
    const all = (await found(null)).length;
    return async (words) => weighed(found, await found(words), words, everybody, all);
  }

  // What both indexes find, with scores that can be compared. Each index scores by how rare a word is in it, and says that a word which it does
  // not have is one that begins like it.
  async function weighed(found, hits, words, everybody, all) {
    const isOwn = ({ id }) => !everybody.has(id);
    const own = hits.filter(isOwn);
    if (!own.length) return hits;
    if (!words.includes(" ")) {
      const exact = await found(`"${words}"`);
      if (exact.length && !exact.some(isOwn)) return hits.filter((hit) => !isOwn(hit));
    }
    const rarity = (pages, having) => Math.log(1 + (pages - having + 0.5) / (having + 0.5));
    const factor = (OWN_WEIGHT * rarity(all, hits.length)) / rarity(all - everybody.size, own.length);
    return hits.map((hit) => (isOwn(hit) ? { ...hit, score: hit.score * factor } : hit));
  }

  // The pages that have all the words, or others that mean the same; where there are none, those that have some. Pagefind passes over a
  // word that it does not know, so each word is asked for by itself, and the words together for what to show of a page.
  async function find(words) {
    const found = await load();
    const small = form.dataset.small.split(/\s+/);
    const typed = words.split(/\s+/);
    // "A picture of my child" asks for pages with "picture" and "child".
    const telling = typed.filter((word) => !small.includes(word.toLowerCase()));
    const each = await Promise.all((telling.length ? telling : typed).map((word) => asking(found, word)));
    const together = await asking(found, telling.join(" ") || words);
    const scored = [...new Set(each.flatMap((hits) => [...hits.keys()]))].map((id) => {
      const hits = each.map((hits) => hits.get(id)).filter(Boolean);
      return { data: (together.get(id) ?? hits[0]).data, score: hits.reduce((sum, hit) => sum + hit.score, 0), has: hits.length };
    });
    scored.sort((one, other) => other.has - one.has || other.score - one.score);
    const all = scored.filter(({ has }) => has === each.length);
    return all.length ? { hits: all, some: false } : { hits: scored, some: true };
  }

  // What is found for the words and for others that mean the same, by page: its best score, and what shows most of it.
  async function asking(found, words) {
    const answers = await Promise.all(sayings(words).map(found));
    const hits = new Map();
    for (const { id, score, data, words } of answers.flat()) {
      const before = hits.get(id);
      const shows = before && before.marks >= words.length ? before : { data, marks: words.length };
      hits.set(id, { ...shows, score: Math.max(score, before?.score ?? 0) });
    }
    return hits;
  }

  // The words, and the same with another word that means the same.
  function sayings(words) {
    const typed = words.toLowerCase();
    for (const group of form.dataset.same.split(",").map((group) => group.trim().split(/\s+/))) {
      const word = typed.split(/\s+/).find((word) => group.includes(word));
      if (word) return [words, ...group.filter((other) => other !== word).map((other) => typed.replace(word, () => other))];
    }
    return [words];
  }

  // A result: the page, the heading in it under which most was found, and the words around. The link leads to the very clause.
  async function item({ data }) {
    const page = await data();
    const weigh = ({ weighted_locations }) => weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
    const parts = page.sub_results.map((part) => [weigh(part), part]).sort(([one], [other]) => other - one);
    const part = parts[0]?.[1] ?? page;
    const link = document.createElement("a");
    link.href = url(page.raw_url) + place(page, part);
    link.textContent = part.anchor ? `${page.meta.title}: ${part.title.replace(/\.$/, "")}` : page.meta.title;
    const words = document.createElement("p");
    words.append(...marked(part.excerpt));
    const result = document.createElement("li");
    result.append(link, words);
    return result;
  }

  // The clause in which the first of the words stands, else the heading above it.
  function place(page, part) {
    if (!part.anchor) return "";
    const at = part.locations[0];
    const clause = page.anchors.findLast(({ element, location }) => element === "li" && location >= part.anchor.location && location <= at);
    return "#" + (clause ?? part.anchor).id;
  }

  // Pagefind gives text with its own <mark> and < > as entities. It becomes text again, never markup.
  function marked(excerpt) {
    const text = (piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return excerpt.split(/<\/?mark>/).map((piece, index) => {
      if (index % 2 === 0) return text(piece);
      const mark = document.createElement("mark");
      mark.textContent = text(piece);
      return mark;
    });
  }
})();
