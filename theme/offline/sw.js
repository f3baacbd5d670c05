// Keeps readings of the guide on this device, each at its reader's wish. With a connection, pages come
// from the site; only where it does not answer in time is the kept copy shown, because what it says may
// have changed since. Nothing is kept or replaced but on a message from a page, after a press there.
"use strict";

const ROOT = new URL("./", self.location);
const PREFIX = `kept ${ROOT.pathname} `; // other sites of the same host have caches of their own
const PATIENCE = 4000; // milliseconds
const AT_ONCE = 4; // requests while storing

const listOf = (reading) => new URL(`offline/${reading}.json`, ROOT).href;
const folder = (path) => path.replace(/(^|\/)index\.html$/, "$1");
const address = (path) => new URL(folder(path), ROOT).href;

// What is kept, by reading. The list is stored last, so a copy that has it is whole.
const kept = async () => {
  const found = {};
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const [reading] = name.slice(PREFIX.length).split(" ");
    const cache = await caches.open(name);
    const list = await cache.match(listOf(reading));
    if (list) found[reading] = { ...(await list.json()), cache };
  }
  return found;
};

const find = async (url) => {
  const plain = url.origin + folder(url.pathname);
  // As on paper, with or without a slash. The address in a code ends with the edition of the paper: without
  // a connection nobody knows what has changed since, so it opens the page itself.
  const short = plain.slice(ROOT.href.length).replace(/\/?$/, "/");
  const ofPaper = short.replace(/\/\d[^/]*\/$/, "/");
  for (const { cache, ways } of Object.values(await kept())) {
    const copy = await cache.match(plain);
    if (copy) return copy;
    if (await cache.match(`${plain}/`)) return Response.redirect(`${plain}/${url.search}`);
    const way = ways?.[short] ?? ways?.[ofPaper];
    if (way) return Response.redirect(new URL(way, ROOT));
  }
  return null;
};

// --- Answer a page.

const answer = async (request) => {
  const url = new URL(request.url);
  const copy = await find(url);
  // Such a file is called by the hash of its bytes: there is no newer one.
  if (copy && url.pathname.startsWith(`${ROOT.pathname}assets/`)) return copy;
  // A page is asked for anew, whatever the browser itself may still have of it.
  const live = request.mode === "navigate"
    ? fetch(url, { cache: "no-cache", redirect: "manual" })
    : fetch(request);
  if (copy) {
    live.catch(() => {}); // it may fail after the copy was given
    const late = new Promise((done) => { setTimeout(done, PATIENCE); });
    const first = await Promise.race([live, late]).catch(() => {});
    return first && first.status < 500 ? first : copy;
  }
  return live.catch(() => (request.mode === "navigate" ? lost(url) : Response.error()));
};

// There is no connection, and the page is not kept: of a kept reading there is no such page at all.
const lost = async (url) => {
  const readings = Object.keys(await kept());
  const none = readings.some((reading) => url.pathname.startsWith(`${ROOT.pathname}${reading}/`));
  const status = none ? 404 : 503;
  const page = await find(new URL(`${status}.html`, ROOT));
  return page ? new Response(page.body, { status, headers: page.headers }) : Response.error();
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const about = new URL("offline/", ROOT).href; // always the site's own word
  if (request.method !== "GET" || !request.url.startsWith(ROOT.href) || request.url.startsWith(about)) return;
  event.respondWith(answer(request));
});

// --- Do what a page asks for.

const remove = async (reading, but) => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${PREFIX}${reading} `) && name !== but) await caches.delete(name);
  }
};

// The browser itself refuses a file whose hash is not the list's, so a copy is all of one version.
const keep = async (reading, tell) => {
  const list = await (await fetch(listOf(reading), { cache: "no-cache" })).json();
  const name = `${PREFIX}${reading} ${list.version}`;
  const cache = await caches.open(name);
  const all = list.files.length;
  const left = [...list.files];
  let done = 0;
  const take = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [path, integrity] = next;
      const url = address(path);
      // A try that was cut short by closing the browser is taken up where it was.
      if (!(await cache.match(url))) {
        const got = await fetch(url, { cache: "no-cache", integrity });
        const headers = { "Content-Type": got.headers.get("Content-Type") };
        await cache.put(url, new Response(await got.blob(), { headers }));
      }
      tell({ done: ++done, all });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, take));
    await cache.put(listOf(reading), Response.json(list));
  } catch (error) {
    await caches.delete(name); // half a copy is none
    throw error;
  }
  await remove(reading, name);
};

const state = async (reading) => {
  const all = await kept();
  const own = all[reading];
  const told = { readings: Object.keys(all), kept: own && { edition: own.edition, date: own.date } };
  if (!own) return told;
  try {
    const answer = await fetch(new URL("offline/versions.json", ROOT), { cache: "no-cache" });
    const now = (await answer.json())[reading];
    if (now.version !== own.version) told.newer = now;
  } catch { /* without a connection nobody knows */ }
  return told;
};

const obey = async ({ wish, reading }, tell) => {
  let failed = false;
  if (wish === "keep") await keep(reading, tell).catch(() => { failed = true; });
  if (wish === "remove") await remove(reading);
  tell({ told: { ...(await state(reading)), failed } });
};

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const tell = (news) => port.postMessage(news);
  event.waitUntil(obey(event.data, tell));
});

// This worker holds no version of its own, so a newer one may take over at any time.
self.addEventListener("install", () => { self.skipWaiting(); });
self.addEventListener("activate", (event) => { event.waitUntil(self.clients.claim()); });
