// The script of every page: how the page looks, e-mail addresses, the note on a late review, reading aloud, and waking modules.
// Every page is complete without it. It is a classic script, so that it also runs from a disk.
(() => {
  "use strict";
  const root = document.documentElement;
  const self = document.currentScript;
  // Where the site begins: another site at the same internet address has the same storage, and other keys (modules/lesson/src/keep/site.rs).
  const site = new URL("../", self.src);
  const KEY = `fingerpost.2 ${site.pathname} look`;
  const BEFORE = "fingerpost.1.look";
  const CHOICES = { theme: ["light", "dark", "cream", "contrast"], size: ["1", "2", "3"], spacing: ["wide"], reading: ["easy"], motion: ["less"],
    typeface: ["wide", "book", "round"], line: ["focus"], symbols: ["big", "none"], calm: ["yes"], shift: ["off"] };

  // 1. Before the first paint: there is script, and this is how the reader likes the page.
  root.classList.add("js");
  root.dataset.site = site.pathname;
  // Whoever came by switches from a page of this site has chosen them there; any other address may have been written by anybody.
  if ((document.referrer.startsWith(site.href) || site.protocol === "file:") && !location.hash.includes("from=elsewhere")) root.dataset.fromHere = "";
  let remembered = false;
  try {
    const before = localStorage.getItem(BEFORE);
    if (before !== null && localStorage.getItem(KEY) === null) {
      localStorage.setItem(KEY, before);
      localStorage.removeItem(BEFORE);
    }
  } catch {
    // Storage is blocked, or full: then it is tried again on the next page.
  }
  wear();

  // The look that is kept, if one is.
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY));
    } catch {
      // Storage is blocked, or holds something else: the page looks as the device has it.
      return null;
    }
  }

  // Looks as is kept. Where nothing is, because it was forgotten in another tab, the page keeps its look until it is left.
  function wear() {
    const look = kept();
    remembered = look !== null;
    for (const [name, values] of Object.entries(look ? CHOICES : {})) {
      if (values.includes(look[name])) root.dataset[name] = look[name];
      else delete root.dataset[name];
    }
  }

  // 2. When the page is there.
  document.addEventListener("DOMContentLoaded", () => {
    skipLink();
    reviewNotes();
    emails();
    aloud();
    looks();
    modules();
    switches();
    leaving();
  });

  // Moves the focus, and not only the view, into the main part.
  function skipLink() {
    const main = document.getElementById("main-content");
    document.querySelector(".skip").addEventListener("click", () => {
      main.tabIndex = -1;
      main.addEventListener("blur", () => main.removeAttribute("tabindex"), { once: true });
      main.focus();
    });
  }

  // The page has no clock of its own, so that equal content gives equal pages.
  function reviewNotes() {
    for (const note of document.querySelectorAll("[data-review-due]")) {
      note.hidden = new Date() <= new Date(note.dataset.reviewDue + "T23:59:59");
    }
  }

  // An address is written only here, out of its two parts.
  function emails() {
    for (const box of document.querySelectorAll(".email dd")) {
      const part = (name) => box.querySelector(`[data-${name}]`).textContent;
      const link = document.createElement("a");
      link.append(part("before"), document.createElement("wbr"), "@" + part("after"));
      link.href = "mailto:" + link.textContent;
      box.replaceChildren(link);
    }
  }

  // The button to listen, beneath the title, on a device with a voice of its own. What speaks is fetched when it is pressed.
  function aloud() {
    const button = document.querySelector(".aloud");
    // listen.js needs the last two: without them the button would do nothing.
    if (!button || !window.speechSynthesis || !button.checkVisibility || !Intl.Segmenter) return;
    document.querySelector("main h1")?.after(button);
    const offer = () => { button.hidden = !voice(root.lang) };
    offer();
    speechSynthesis.addEventListener?.("voiceschanged", offer);
    let coming = false;
    button.addEventListener("click", () => {
      if (button.listen) return button.listen(voice);
      // A shaking hand presses twice: two of them would speak at once.
      if (coming) return;
      coming = true;
      const script = document.createElement("script");
      script.onload = () => button.listen(voice);
      script.onerror = () => { coming = false; };
      script.src = self.dataset.listen;
      document.head.append(script);
    });
  }

  // The voice for a language, by the rules of modules/lesson/src/voice.rs: local by flag and by name; the same country, then the default.
  function voice(language) {
    const normal = (language) => language.replace("_", "-").toLowerCase();
    const wanted = normal(language);
    const rank = (voice) => (normal(voice.lang) === wanted ? 0 : 2) + (voice.default ? 0 : 1);
    return speechSynthesis.getVoices()
      .filter(({ name, lang, localService }) => localService && !/online|natural|neural|google/i.test(name)
        && normal(lang).split("-")[0] === wanted.split("-")[0])
      .sort((one, other) => rank(one) - rank(other))[0];
  }

  function looks() {
    const button = document.querySelector("button.look");
    const panel = document.getElementById("look");
    const remember = panel.querySelector("[name=remember]");
    const status = panel.querySelector("[role=status]");
    const radios = [...panel.querySelectorAll("[type=radio]")];
    const show = () => {
      for (const radio of radios) radio.checked = radio.value === (root.dataset[radio.name] || "");
      remember.checked = remembered;
    };
    const again = () => {
      wear();
      show();
    };
    show();
    // What is chosen in another tab is worn in this one too, also in one that the browser had put aside.
    addEventListener("storage", ({ key }) => { if (key === KEY || key === null) again(); });
    addEventListener("pageshow", ({ persisted }) => { if (persisted) again(); });
    // On the page that is about them the settings stand in the open.
    if (!button) panel.hidden = false;
    else {
      button.hidden = false;
      button.addEventListener("click", () => {
        panel.hidden = !panel.hidden;
        button.setAttribute("aria-expanded", !panel.hidden);
      });
    }
    panel.addEventListener("change", ({ target }) => {
      if (target !== remember) {
        if (target.value) root.dataset[target.name] = target.value;
        else delete root.dataset[target.name];
        if (!remember.checked) return;
      }
      try {
        const now = kept();
        // Everything may have been forgotten meanwhile, in a lesson or in another tab: that wish stands.
        if (target !== remember && !now) remember.checked = false;
        if (target !== remember && !remember.checked) return;
        if (remember.checked) {
          // Only what was chosen here is changed: another tab may have chosen the rest.
          const names = target === remember ? Object.keys(CHOICES) : [target.name];
          const chosen = Object.fromEntries(names.map((name) => [name, root.dataset[name]]));
          localStorage.setItem(KEY, JSON.stringify({ ...now, ...chosen }));
          status.textContent = status.dataset.kept;
        } else {
          localStorage.removeItem(KEY);
          status.textContent = status.dataset.forgotten;
        }
      } catch {
        remember.checked = false;
        status.textContent = status.dataset.blocked;
      }
    });
  }

  // "Leave this page" puts another site in the place of this page, so that Back does not come here again. So does Shift, pressed 3 times within 3
  // seconds by somebody who is not writing and has no need of switches.
  function leaving() {
    const link = document.querySelector(".leave a");
    if (!link) return;
    const leave = () => {
      document.body.hidden = true;
      location.replace(link.href);
    };
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      leave();
    });
    let times = [];
    addEventListener("keydown", ({ key, repeat, timeStamp, target }) => {
      if (repeat) return;
      const counts = key === "Shift" && root.dataset.shift !== "off" && !location.hash.startsWith("#switches") && !target.matches("input, textarea");
      times = counts ? [...times, timeStamp].slice(-3) : [];
      if (times.length === 3 && timeStamp - times[0] < 3000) leave();
    });
  }

  // Whoever came here from a lesson by switches, or by resting the pointer, goes on so. What they need is fetched only for them.
  function switches() {
    if (!location.hash.startsWith("#switches") || !self.dataset.switches) return;
    const script = document.createElement("script");
    script.src = self.dataset.switches;
    document.head.append(script);
  }

  // Where the player cannot start, the page shows the lesson as text.
  function modules() {
    const { player, wasm } = self.dataset;
    if (!player) return;
    const url = (path) => new URL(path, document.baseURI).href;
    import(url(player))
      .then((module) => module.default({ module_or_path: url(wasm) }))
      .catch(() => root.classList.add("no-player"));
  }
})();
