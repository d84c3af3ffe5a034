// The part of the lessons' list that keeps the learners' pages on this device, and removes them (site/render/src/output/worker.rs). It holds no words.
// Nothing is stored, and the worker (assets/offline.js) is not registered, before somebody presses.
(() => {
  "use strict";
  // What is opened from a disk is on the device already.
  if (location.protocol === "file:") return;
  const section = document.querySelector(".keep");
  const [keep, remove] = section.querySelectorAll("button");
  const bar = section.querySelector("progress");
  const status = section.querySelector("[role=status]");
  const worker = new URL(section.dataset.worker, document.baseURI).href;
  const scope = new URL(".", worker).href;
  const workers = navigator.serviceWorker;
  let working = false;

  section.hidden = false;
  // A browser has neither where a site comes without encryption.
  if (!workers || !window.caches) return say("refused");
  keep.addEventListener("click", () => pressed(keep, async () => {
    say("working");
    const { installing, active } = await workers.register(worker);
    // It is here where its pages were cleared, and in some browsers until the page on which it was removed is left.
    if (!installing) return active.postMessage("keep");
    installing.addEventListener("statechange", () => {
      // The browser ended it before it could say why.
      if (installing.state === "redundant" && working) say("failed");
    });
  }));
  remove.addEventListener("click", () => pressed(remove, async () => {
    await clear();
    say("removed");
  }));
  workers.addEventListener("message", ({ source, data }) => {
    if (source.scriptURL !== worker) return;
    if (data.how) say(data.how);
    else bar.value = data.part;
  });
  look().catch(() => say("refused"));

  // How it stands, where something is kept already.
  async function look() {
    const found = await registered();
    if (!found) say("");
    else if (found.waiting) say("newer");
    else if (found.active) found.active.postMessage("check");
    else say("working");
  }

  // Our own worker: that of a site around this one is not.
  async function registered() {
    const found = await workers.getRegistration(scope);
    return found?.scope === scope ? found : undefined;
  }

  async function pressed(button, act) {
    if (button.getAttribute("aria-disabled") === "true") return;
    // Some browsers leave the focus elsewhere, and then the button would go from under a hand that presses twice.
    button.focus();
    try {
      await act();
    } catch (error) {
      say(error.name === "SecurityError" ? "refused" : "failed");
    }
  }

  async function clear() {
    await (await registered())?.unregister();
    for (const name of await caches.keys()) {
      if (name.startsWith(`${section.dataset.name}${scope} `)) await caches.delete(name);
    }
  }

  function say(how) {
    if (how === "failed" && !navigator.onLine) how = "offline";
    status.textContent = section.dataset[how] ?? "";
    working = how === "working";
    bar.hidden = !working;
    const here = ["kept", "newer", "lost"].includes(how);
    can(keep, !working && (!here || how === "lost") && how !== "refused");
    can(remove, here);
  }

  // A button that can do nothing now is not there, unless it has the focus, which must not be lost.
  function can(button, it) {
    button.setAttribute("aria-disabled", !it);
    button.hidden = !it && document.activeElement !== button;
  }
})();
