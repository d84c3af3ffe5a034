// When the player has ended, whatever ended it, the lesson goes on as text. build.rs joins this to each player's script, so that it costs no request.
// A panic stops WebAssembly, in an event, a timer or a promise; and what the page throws into it leaves it in the middle of something.
{
  const { ended, scan } = document.querySelector("[data-player]").dataset;
  // The player takes it out of the page when it is ready.
  const text = document.querySelector(".lesson-text");
  const module = document.querySelector("[data-module]");
  let over = false;

  // What somebody else's listener throws, who is told that we press or focus something, does not come through to us.
  function isOurs(error) {
    const place = String(error?.stack).split("\n").find((line) => line.includes(import.meta.url));
    return error instanceof WebAssembly.RuntimeError || (place && !/__wbg_(click|focus|print)_/.test(place));
  }

  function end(error) {
    if (over || !isOurs(error)) return;
    over = true;
    // Nothing of it runs again: no timer, and nothing that keeps keys from the browser.
    wasm = new Proxy({}, { get: () => () => 0 });
    window.speechSynthesis?.cancel();
    const root = document.documentElement;
    root.classList.add("no-player");
    root.removeAttribute("data-class");
    document.querySelector(".ring")?.remove();
    // The text opens on the path that the learner was on.
    const paths = [...module.querySelectorAll("[data-action=path]")];
    const on = paths.findIndex((path) => path.matches("[aria-pressed=true]"));
    if (on >= 0) [...text.querySelectorAll(".on-path")].forEach((part, index) => { part.open = index === on; });
    const note = document.createElement("p");
    note.id = "ended";
    note.tabIndex = -1;
    note.textContent = ended;
    module.after(note, text);
    // Whoever scans goes on so over the links, as on a page without a module. With 2 switches focus was where the scan was.
    const at = document.querySelector("[data-scan-at]");
    if (at) {
      history.replaceState(null, "", "#switches scan=" + (at === document.activeElement ? "two" : "one"));
      at.removeAttribute("data-scan-at");
      const script = document.createElement("script");
      script.src = scan;
      document.head.append(script);
    }
    if ("ready" in module.dataset) note.focus();
  }

  addEventListener("error", (event) => end(event.error));
  addEventListener("unhandledrejection", (event) => end(event.reason));
}
