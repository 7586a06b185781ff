// The service worker: files for good, pages for when there is no connection, nothing that anyone sends.
// The build fills in its name and its list of files. Personal pages are sent `no-store`; the copies kept here are
// deliberate, belong to one person at a time, and go when someone else, or nobody, is signed in.

const BUILD = '%BUILD%';
const PRECACHE = "%PRECACHE%";

const ASSETS = `assets-${BUILD}`;
const PAGES = 'pages';
const OWNER = '/.owner';
const OFFLINE = '/offline.html';

/** Builds whose files stay: tabs opened before a release still ask for theirs. */
const GENERATIONS = 3;
const MOST_PAGES = 40;
const PATIENCE = 3000;

const BYPASSED = /^\/(api|live|sw\.js|manifest\.webmanifest|health|metrics)(\/|$)/;
const NEVER_KEPT = /^\/(admin|feedback|sign-in|sign-out|join|start|reset|offline)(\/|$|\.)/;
const FILES = /^\/(pkg|fonts|shortcuts|screenshots)\/|\.(svg|png|woff2|css)$/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll([...PRECACHE, '/offline.css'])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOldBuilds(), self.registration.navigationPreload?.enable()]));
});

self.addEventListener('message', (event) => {
  const { type, user } = event.data ?? {};
  if (type === 'SKIP_WAITING') self.skipWaiting();
  if (type === 'SIGNED_OUT') event.waitUntil(belongTo('', event.source.url));
  if (type === 'VISITED') event.waitUntil(visit(new URL(event.data.address)));
  if (type === 'HELLO') {
    event.ports[0]?.postMessage({ savedAt: stale.get(event.source.id) });
    event.waitUntil(belongTo(user ?? '', event.source.url));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || BYPASSED.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (FILES.test(url.pathname)) event.respondWith(file(request, url));
});

/** Files with a digest in their name never change; the others are this build's before any other's. */
async function file(request, url) {
  const own = await caches.open(ASSETS);
  const kept = (await own.match(request)) ?? (url.pathname.startsWith('/pkg/') ? await caches.match(request) : undefined);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && response.type === 'basic') await own.put(request, response.clone());
  return response;
}

/** The network first; after three seconds, or without one, the last copy of this address. */
async function page(event, url) {
  const kept = () => copyOf(event, url);
  const fresh = fetchPage(event, url);
  // Where a copy was quicker, a failure after it is no one's concern.
  fresh.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(kept);
  try {
    return (await Promise.race([fresh, late])) ?? (await fresh);
  } catch {
    return (await kept()) ?? (await caches.match(OFFLINE)) ?? Response.error();
  }
}

async function fetchPage(event, url) {
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  if (isKept(response, url)) event.waitUntil(keep(url, response.clone()));
  return response;
}

/** A page reached without a full load: fetched once more, to be kept like the others. */
async function visit(url) {
  if (url.origin !== location.origin || NEVER_KEPT.test(url.pathname)) return;
  const response = await fetch(url, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (response && isKept(response, url)) await keep(url, response);
}

/** The address a page is kept under: where someone came from makes no difference. */
function nameOf(url) {
  const plain = new URL(url);
  plain.searchParams.delete('src');
  plain.hash = '';
  return plain.href;
}

function isKept(response, url) {
  const html = response.headers.get('content-type')?.startsWith('text/html');
  return response.ok && !response.redirected && html && !NEVER_KEPT.test(url.pathname);
}

async function keep(url, response) {
  const pages = await caches.open(PAGES);
  // Deleted first, so that keys stand in the order of the last visit.
  await pages.delete(nameOf(url));
  await pages.put(nameOf(url), response);
  const addresses = (await pages.keys()).filter((request) => new URL(request.url).pathname !== OWNER);
  const over = addresses.slice(0, Math.max(0, addresses.length - MOST_PAGES));
  await Promise.all(over.map((request) => pages.delete(request)));
}

/** When the copy a tab was given was made, by tab, until the tab asks. */
const stale = new Map();

async function copyOf(event, url) {
  const pages = await caches.open(PAGES);
  const copy = await pages.match(nameOf(url));
  if (copy && event.resultingClientId) stale.set(event.resultingClientId, copy.headers.get('date'));
  return copy;
}

/** Pages kept for someone else go; only the one this person is looking at is surely theirs. */
async function belongTo(user, address) {
  const before = await caches.open(PAGES);
  const owner = await before.match(OWNER);
  if (owner && (await owner.text()) === user) return;
  const own = user ? await before.match(nameOf(address)) : undefined;
  await caches.delete(PAGES);
  const pages = await caches.open(PAGES);
  await pages.put(OWNER, new Response(user));
  if (own) await pages.put(nameOf(address), own);
}

async function forgetOldBuilds() {
  const builds = (await caches.keys()).filter((name) => name.startsWith('assets-') && name !== ASSETS);
  const over = builds.slice(0, Math.max(0, builds.length - GENERATIONS + 1));
  await Promise.all(over.map((name) => caches.delete(name)));
}
