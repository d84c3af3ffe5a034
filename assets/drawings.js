// The drawings of a lesson that its first screen does not show. build.rs joins this to the player's script, so that it costs no request.
// They are fetched when the learner can already begin. Where that fails the words stay, and the next step or path asks again.
{
  const { drawings } = document.querySelector("[data-player]").dataset;
  const module = document.querySelector("[data-module]");
  let coming;

  function ask() {
    coming ??= fetch(drawings).then(draw).catch(() => { coming = undefined; });
  }

  // Puts them into the page's sprite, where what uses them finds them. A host may answer with a page of its own, and a line may break.
  async function draw(answer) {
    const SVG = "image/svg+xml";
    if (!answer.ok || !answer.headers.get("content-type")?.startsWith(SVG)) throw answer;
    const file = new DOMParser().parseFromString(await answer.text(), SVG);
    if (file.querySelector("parsererror")) throw answer;
    document.querySelector("symbol").parentNode.append(...file.querySelectorAll("symbol"));
  }

  // On paper the lesson is its text, whose pictures nobody has seen, so that they have not been fetched. What is drawn here is.
  function print() {
    for (const image of document.querySelectorAll(".lesson-text img")) {
      const symbol = document.getElementById("symbol-" + image.src.split("/").pop().split(".")[0]);
      if (!symbol) continue;
      const drawing = symbol.ownerSVGElement.cloneNode();
      drawing.setAttribute("class", "symbol");
      drawing.innerHTML = `<use href="#${symbol.id}"/>`;
      image.replaceWith(drawing);
    }
  }

  // When it is ready the player already listens to the printer, so that its text is in the page before this.
  if (drawings) new MutationObserver((_, ready) => {
    ready.disconnect();
    ask();
    addEventListener("beforeprint", print);
    module.addEventListener("click", ({ target }) => { if (target.closest("[data-action=next], [data-action=path]")) ask(); });
  }).observe(module, { attributeFilter: ["data-ready"] });
}
