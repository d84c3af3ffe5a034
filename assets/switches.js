// Leads whoever came from a lesson by switches, or by resting the pointer, over the links of a page. The address says how they press, in the
// words of modules/lesson/src/ways.rs. With 2 switches focus goes along; with 1 it does not, or a screen reader would talk by the clock.
// Escape and Tab end it.
(() => {
  "use strict";
  const how = decodeURIComponent(location.hash);
  const field = (name, usual) => how.match(` ${name}=(\\S+)`)?.[1] ?? usual;
  const name = ({ key }) => (key === " " ? "Space" : key.length > 1 ? key : key.toLowerCase());
  const [move, choose] = [field("move", "Space"), field("choose", "Enter")];
  const [one, scan] = [field("scan") === "one", field("scan") !== "off"];
  const links = [...document.querySelectorAll("main a[href], .keep button, header a[href]")];
  const hold = +field("hold", 0);
  const stop = new AbortController();
  let at = -1;
  let last = -1e9;
  let left;
  let timer;
  let held;
  const mark = (link) => {
    document.querySelector("[data-scan-at]")?.removeAttribute("data-scan-at");
    link?.setAttribute("data-scan-at", "");
  };
  const next = () => {
    // What the page hides, such as the ways on when nothing is found, cannot be followed.
    do at = (at + 1) % links.length;
    while (!links[at].getClientRects().length);
    if (!one) return links[at].focus();
    mark(links[at]);
    links[at].scrollIntoView({ block: "nearest" });
    // After 3 rounds it rests until a press.
    timer = left-- > 0 && setTimeout(next, field("step", 2000) * (at ? 1 : 2));
  };
  const begin = () => {
    left = 3 * links.length;
    next();
  };
  const follow = (link) => {
    const url = new URL(link.href || "", location);
    const page = url.origin === location.origin && url.pathname !== location.pathname;
    if (!page) return link.click();
    url.hash ||= location.hash;
    location.href = url.href;
  };
  const count = (key, link) => {
    if (one ? !timer : key === move) begin();
    else if (link) follow(link);
  };
  const press = (event) => {
    const key = name(event);
    if (key === "Escape" || key === "Tab") {
      clearTimeout(timer);
      clearTimeout(held);
      mark();
      return stop.abort();
    }
    if (!scan || (key !== move && key !== choose) || event.target.matches("input")) return;
    event.preventDefault();
    // A held or shaking hand is one press.
    if (event.repeat || event.timeStamp - last < field("repeat", 300)) return;
    last = event.timeStamp;
    clearTimeout(held);
    // What was on show when the switch went down is meant, though the scan goes on while it is held.
    const link = links[at];
    if (hold) held = setTimeout(() => count(key, link), hold);
    else count(key, link);
  };
  const rest = ({ target, pointerType }) => {
    const link = pointerType === "touch" ? null : target.closest("a[href], button, summary, label");
    if (link && link.hasAttribute("data-scan-at")) return;
    clearTimeout(timer);
    mark(link);
    if (link) timer = setTimeout(() => follow(link), 250 + +field("rest", 1250));
  };
  const listen = (kind, heard) => addEventListener(kind, heard, { signal: stop.signal });
  listen("keydown", press);
  listen("keyup", () => clearTimeout(held));
  // Where that is wished, a pointer that happens to rest on the new page presses nothing for a while.
  if (field("dwell") === "yes") setTimeout(listen, field("dead", 0), "pointerover", rest);
  else if (one) begin();
})();
