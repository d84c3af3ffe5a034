// Leads whoever came from a lesson by switches, or by resting the pointer, over the links of a page. The address says how they press, in the
// words of modules/lesson/src/ways.rs. With 2 switches focus goes along; with 1 it does not, or a screen reader would talk by the clock.
// Escape and Tab end it.
//
// Anybody can write such an address. One that does not come from a page of this site has no keys of its own, and until something is pressed by
// hand, a pointer that rests follows links within the site and does nothing else: it rings nobody and keeps nothing.
(() => {
  "use strict";
  let how = "";
  try {
    how = decodeURIComponent(location.hash);
  } catch {
    // It was cut off or mistyped: everything is as usual.
  }
  const came = location.hash.replace(/(%20| )from=elsewhere/, "");
  let known = "fromHere" in document.documentElement.dataset;
  const field = (name, usual) => how.match(` ${name}=(\\S+)`)?.[1] ?? usual;
  const time = (name, usual, least, most) => {
    const ms = Math.min(most, Math.max(least, +field(name, usual)));
    return Number.isNaN(ms) ? usual : ms;
  };
  const name = ({ key }) => (key === " " ? "Space" : key.length > 1 ? key : key.toLowerCase());
  const [move, choose] = known ? [field("move", "Space"), field("choose", "Enter")] : ["Space", "Enter"];
  const [step, repeat, hold] = [time("step", 2000, 500, 10000), time("repeat", 300, 0, 2000), time("hold", 0, 0, 2000)];
  const [settled, dead] = [time("rest", 1250, 500, 5000), time("dead", 0, 0, 3000)];
  const [one, scan] = [field("scan") === "one", field("scan") !== "off"];
  const links = [...document.querySelectorAll("main a[href], .keep button, header a[href]")];
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
    timer = left-- > 0 && setTimeout(next, step * (at ? 1 : 2));
  };
  const begin = () => {
    left = 3 * links.length;
    next();
  };
  const follow = (link) => {
    const url = new URL(link.href || "", location);
    const page = url.origin === location.origin && url.pathname !== location.pathname;
    if (!page) return link.click();
    url.hash ||= came + (known ? "" : " from=elsewhere");
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
    if (event.repeat || event.timeStamp - last < repeat) return;
    last = event.timeStamp;
    clearTimeout(held);
    // What was on show when the switch went down is meant, though the scan goes on while it is held.
    const link = links[at];
    if (hold) held = setTimeout(() => count(key, link), hold);
    else count(key, link);
  };
  const rest = ({ target, pointerType }) => {
    const under = pointerType === "touch" ? null : target.closest("a[href], button, summary, label");
    // Whoever came from elsewhere, and has pressed nothing by hand: what rings, keeps, prints or opens another site is not pressed for them.
    const link = known || under?.origin === location.origin ? under : null;
    if (link && link.hasAttribute("data-scan-at")) return;
    clearTimeout(timer);
    mark(link);
    if (link) timer = setTimeout(() => follow(link), 250 + settled);
  };
  const listen = (kind, heard) => addEventListener(kind, heard, { signal: stop.signal });
  for (const kind of ["pointerdown", "keydown"]) listen(kind, ({ isTrusted }) => { known ||= isTrusted; });
  listen("keydown", press);
  listen("keyup", () => clearTimeout(held));
  // Where that is wished, a pointer that happens to rest on the new page presses nothing for a while.
  if (field("dwell") === "yes") setTimeout(listen, dead, "pointerover", rest);
  else if (one) begin();
})();
