// Holds the time of a page: it stands still until a test lets some of it pass, so that nothing depends on how busy the machine is. A mark that moves
// by the clock stays where it was seen until it has been pressed.
//
// Timers of less than a frame put work off and wait for nobody; they go on as they are.
(() => {
    const SOON = 20;
    const own = {};
    for (const name of ["setTimeout", "setInterval", "clearTimeout", "clearInterval"]) own[name] = window[name].bind(window);
    const waiting = new Map();
    let now = 1000;
    let last = 0;
    const later = (start, repeats) => (call, ms = 0, ...rest) => {
        if (!(ms >= SOON)) return start(call, ms, ...rest);
        waiting.set(--last, { due: now + ms, every: repeats ? ms : 0, call: () => call(...rest) });
        return last;
    };
    window.setTimeout = later(own.setTimeout, false);
    window.setInterval = later(own.setInterval, true);
    window.clearTimeout = window.clearInterval = (id) => void (waiting.delete(id) || own.clearTimeout(id));
    performance.now = () => now;
    Object.defineProperty(Event.prototype, "timeStamp", { get: () => now, configurable: true });
    // Whatever a timer has begun comes first: a task of its own, after all promises.
    const settled = () => new Promise((done) => own.setTimeout(done, 0));
    const earliest = (until) => [...waiting].filter(([, { due }]) => due <= until).sort(([, one], [, other]) => one.due - other.due)[0];
    const pass = async (ms) => {
        const until = now + ms;
        for (let next = earliest(until); next; next = earliest(until)) {
            const [id, timer] = next;
            now = Math.max(now, timer.due);
            if (timer.every) timer.due += timer.every;
            else waiting.delete(id);
            timer.call();
            await settled();
        }
        now = until;
        await settled();
    };
    let passing = Promise.resolve();
    window.heldTime = { pass: (ms) => (passing = passing.then(() => pass(ms))) };
})();
