// Loads a page of "fingerpost serve" anew when another version of the site is served than the one that the page is of, also after the program was
// stopped and started again. A page knows its version by the address of this script.
//
// A browser keeps six connections to a host open and no more, and each that listens takes one. So of all the pages that are open only one listens,
// whichever holds the lock, and tells the others. When it is closed, another gets the lock.
(() => {
  "use strict";
  const mine = document.currentScript.src.split("?")[1];
  const pages = new BroadcastChannel("fingerpost reload");
  let heard;
  const hear = (version) => {
    if (version && version !== mine) location.reload();
  };
  const listen = () =>
    new Promise(() => {
      new EventSource("/__fingerpost/events").onmessage = ({ data }) => {
        pages.postMessage((heard = data));
        hear(data);
      };
    });
  // A page without a version in its message asks for the one that was heard last.
  pages.onmessage = ({ data }) => (data ? hear(data) : heard && pages.postMessage(heard));
  pages.postMessage("");
  if (navigator.locks) navigator.locks.request("fingerpost reload", listen);
  else listen();
})();
