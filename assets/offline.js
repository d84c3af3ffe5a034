// The worker that answers with the learners' pages from the device, once somebody has pressed "Keep on this device" (assets/keep.js).
//
// Before these lines the generator (site/render/src/output/worker.rs) writes NAME, VERSION and FILES: by path, each file's bytes and hash. A browser that
// finds other bytes here starts the new worker beside the old one: it fetches its own version whole, then waits until no page of the old one
// is open. So nothing changes under an open lesson, and pages and player are always of one build.
"use strict";
const { scope } = registration;
const OURS = `${NAME}${scope} `;
const CACHE = OURS + VERSION;
// Many files are small drawings: one after another they would wait longer for the host than for their bytes.
const LANES = 6;
// The hash is part of the name: what has not changed is found in the old version and not fetched again.
const key = (file) => `${scope}${file}?${FILES[file][1]}`;

// There is a version in use already where this one is an update.
addEventListener("install", (event) => event.waitUntil(fetchAll(!!registration.active)));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));

addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  const file = method === "GET" && fileAt(url);
  if (!file) return;
  // Where the browser has cleared what was kept, the network is asked, as without a worker.
  const found = find(file, { cacheName: CACHE }).catch(() => undefined);
  event.respondWith(found.then((found) => (found ? partOf(found, headers) : fetch(event.request))));
});

// A page asks whether all is still here, or for all that is not.
addEventListener("message", (event) => event.waitUntil(event.data === "keep" ? fetchAll(false) : check(event.source)));

// Browsers ask for sound in parts, and Safari plays none where it gets the whole. Several parts at once may be answered with the whole; so
// must be who has a part of another version.
async function partOf(found, headers) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.get("range")) ?? [];
  const of = headers.get("if-range");
  if (!(first || last) || (last && first && +last < +first)) return found;
  if (of && of !== found.headers.get("etag") && of !== found.headers.get("last-modified")) return found;
  const whole = await found.blob();
  const from = first ? +first : Math.max(0, whole.size - last);
  const to = first && last ? Math.min(+last, whole.size - 1) : whole.size - 1;
  const answered = new Headers({ "content-type": whole.type });
  if (from > to) {
    answered.set("content-range", `bytes */${whole.size}`);
    return new Response(undefined, { status: 416, headers: answered });
  }
  const part = whole.slice(from, to + 1, whole.type);
  answered.set("content-range", `bytes ${from}-${to}/${whole.size}`);
  answered.set("content-length", part.size);
  return new Response(part, { status: 206, headers: answered });
}

function find(file, where) {
  return caches.match(key(file), { ignoreVary: true, ...where });
}

// The file that an address stands for: hosts give "lessons/index.html" as "lessons/" too, and some give "a.html" as "a".
function fileAt(url) {
  const [address] = url.split(/[?#]/);
  if (!address.startsWith(scope)) return undefined;
  const name = address.slice(scope.length);
  return [name, name + "index.html", name + ".html"].find((name) => Object.hasOwn(FILES, name));
}

async function fetchAll(isUpdate) {
  const total = Object.values(FILES).reduce((sum, [bytes]) => sum + bytes, 0);
  const left = Object.entries(FILES);
  let done = 0;
  try {
    const cache = await caches.open(CACHE);
    const lane = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const [file, [bytes, integrity]] = next;
        await cache.put(key(file), (await find(file)) ?? (await fetched(file, integrity)));
        done += bytes;
        await tell({ part: done / total });
      }
    };
    // After a failure the other lanes end with the file that they have in hand, and only then is anything cleared.
    const stop = (error) => {
      left.length = 0;
      return error;
    };
    const failed = (await Promise.all(Array.from({ length: LANES }, () => lane().catch(stop)))).find(Boolean);
    if (failed) throw failed;
  } catch (error) {
    await caches.delete(CACHE);
    // An update that fails concerns nobody: the version in use stays.
    if (!isUpdate) await tell({ how: { QuotaExceededError: "full", NotFoundError: "withheld" }[error.name] ?? "failed" });
    throw error;
  }
  await tell({ how: isUpdate ? "newer" : "kept" });
}

// The browser holds the answer to the hash. So a page that says "not found" or "log in first", and a file of another build, are refused.
async function fetched(file, integrity) {
  const ask = (how) => fetch(scope + file, { mode: "same-origin", cache: "no-cache", ...how });
  const answer = await ask({ integrity }).catch(async (error) => {
    // The browser does not say why. Without the hash one learns whether the host gives the file out at all.
    const { ok } = await ask().catch(() => ({ ok: true }));
    throw ok ? error : new DOMException(file, "NotFoundError");
  });
  // A browser shows no page whose answer came by another address.
  return answer.redirected ? new Response(answer.body, answer) : answer;
}

async function check(page) {
  const found = await Promise.all(Object.keys(FILES).map((file) => find(file, { cacheName: CACHE })));
  page.postMessage({ how: found.every(Boolean) ? "kept" : "lost" });
}

async function forgetOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  }
}

async function tell(message) {
  for (const page of await clients.matchAll({ includeUncontrolled: true, type: "window" })) page.postMessage(message);
}
