// The service worker: files for good, pages for when there is no connection, nothing that anyone sends.
// The build fills in its name and its list of files. Pages are sent `no-store`, so no browser keeps them by itself; the
// copies kept here are deliberate. Each page says for whom it was made. Copies belong to one person at a time, and go
// as soon as a page is for someone else, or for nobody, or as someone signs in or out.

const BUILD = '%BUILD%';
const PRECACHE = "%PRECACHE%";

const ASSETS = `assets-${BUILD}`;
const OFFLINE = '/offline.html';

/** Builds whose files stay: tabs opened before a release still ask for theirs. */
const GENERATIONS = 3;
const MOST_PAGES = 40;
/** Of those, how many the offline page names. */
const LISTED = 8;
const PATIENCE = 3000;

const BYPASSED = /^\/(api|live|sw\.js|manifest\.webmanifest|healthz|metrics)(\/|$)/;
/** What someone takes home is no page: a browser saves it itself. */
const TAKEN_HOME = /\.csv$/;
const NEVER_KEPT = /^\/(admin|feedback|sign-in|sign-out|join|start|clear|reset|offline)(\/|$|\.)/;
const FILES = /^\/(pkg|fonts|shortcuts)\/|^\/[^/]+\.(svg|png|css)$/;
/** What begins or ends somebody's session. */
const SESSION = /^\/api\/(sign_in|sign_in_as|sign_out|sign_out_everywhere|join|start_own)$/;

self.addEventListener('install', (event) => {
  event.waitUntil(precache());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([forgetOldBuilds(), self.registration.navigationPreload?.enable()]));
});

self.addEventListener('message', (event) => {
  const { type, address } = event.data ?? {};
  if (type === 'SKIP_WAITING') self.skipWaiting();
  if (type === 'VISITED') event.waitUntil(visit(new URL(address)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'POST' && SESSION.test(url.pathname)) return changeSession(event);
  if (request.method !== 'GET' || BYPASSED.test(url.pathname) || TAKEN_HOME.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (FILES.test(url.pathname)) event.respondWith(file(request, url));
});

/** Files with a digest in their name never change; the others are asked for past the browser's own cache. */
async function precache() {
  const cache = await caches.open(ASSETS);
  const fresh = (address) => new Request(address, { cache: address.startsWith('/pkg/') ? 'default' : 'reload' });
  await cache.addAll([...PRECACHE, '/offline.css'].map(fresh));
}

/** This build's file before any other's. */
async function file(request, url) {
  const own = await caches.open(ASSETS);
  const everywhere = url.pathname.startsWith('/pkg/') ? caches : own;
  const kept = (await own.match(request, SAME)) ?? (await everywhere.match(request, SAME));
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && response.type === 'basic') await own.put(request, response.clone());
  return response;
}

/** An address has one answer here, whatever the request says that it accepts. */
const SAME = { ignoreVary: true };

/** The network first; after three seconds, or without one, the last copy of this address. */
async function page(event, url) {
  const fresh = fetchPage(event, url);
  // A copy may be quicker: then the fresh page is kept all the same, and a failure is no one's concern.
  event.waitUntil(fresh.catch(() => {}));
  let waiting;
  const late = new Promise((resolve) => (waiting = setTimeout(resolve, PATIENCE))).then(() => copyOf(url));
  try {
    const response = (await Promise.race([fresh, late])) ?? (await fresh);
    return isAway(response) ? ((await copyOf(url)) ?? response) : response;
  } catch {
    return (await copyOf(url)) ?? (await offlinePage());
  } finally {
    clearTimeout(waiting);
  }
}

/** Whether this comes from what stands before the server while that is away. */
function isAway(response) {
  return response.status >= 502 && response.status <= 504;
}

async function fetchPage(event, url) {
  const then = era;
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  event.waitUntil(learn(url, response.clone(), then));
  return response;
}

/** A page that did not pass through here: fetched once more, to be kept like the others. */
async function visit(url) {
  if (url.origin !== location.origin || NEVER_KEPT.test(url.pathname)) return;
  const then = era;
  const response = await fetch(url, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (response) await learn(url, response, then);
}

// Whose pages are kept. There is one cache of pages, named after its owner; what changes it takes turns, and what was
// asked for before someone signed in or out is not kept after.

const PAGES = 'pages-';
let era = 0;
let turn = Promise.resolve();

function inTurn(work) {
  turn = turn.then(work, work);
  return turn;
}

/** Without knowing who will be here next, nobody's pages stay. */
async function forgetPages() {
  era += 1;
  await inTurn(() => forgetPagesBut(''));
}

/** A request of our own pages is waited for; a form that leads elsewhere goes its own way, past this worker. */
function changeSession(event) {
  const forgotten = forgetPages();
  event.waitUntil(forgotten);
  if (event.request.mode === 'navigate') return;
  event.respondWith(fetch(event.request).finally(forgetPages));
}

async function forgetPagesBut(owner) {
  const others = (await caches.keys()).filter((name) => name.startsWith('pages') && name !== PAGES + owner);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Reads for whom a fresh page was made: pages of anyone else go, and this one joins theirs. */
async function learn(url, response, then) {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return;
  const html = await response.text();
  const owner = html.match(/<meta name="kith-user" content="([^"]*)"/)?.[1];
  if (owner === undefined) return;
  await inTurn(async () => {
    if (then !== era) return;
    await forgetPagesBut(owner);
    const isTheirs = owner && response.ok && !response.redirected && !NEVER_KEPT.test(url.pathname);
    if (isTheirs) await keep(await caches.open(PAGES + owner), nameOf(url), copyFrom(response, html));
  });
}

async function keep(pages, address, copy) {
  // Deleted first, so that keys stand in the order of the last visit.
  await pages.delete(address, SAME);
  await pages.put(address, copy);
  const addresses = await pages.keys();
  const over = addresses.slice(0, Math.max(0, addresses.length - MOST_PAGES));
  await Promise.all(over.map((request) => pages.delete(request, SAME)));
}

/** The copy of a page says of itself when it was made; beside it stand its title, and the style sheet it needs. */
function copyFrom(response, html) {
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set('x-kith-style', html.match(/<link rel="stylesheet" href="([^"]*)"/)?.[1] ?? '');
  headers.set('x-kith-title', encodeURIComponent(html.match(/<title>([^<]*)/)?.[1] ?? ''));
  const marked = html.replace('<html', `<html data-kept-at="${new Date().toISOString()}"`);
  return new Response(marked, { headers });
}

/** The address a page is kept under: where someone came from makes no difference. */
function nameOf(url) {
  const plain = new URL(url);
  plain.searchParams.delete('src');
  plain.hash = '';
  return plain.href;
}

/** The pages of whoever is here; none where it is not clear who that is. */
async function keptPages() {
  const owners = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  return owners.length === 1 ? caches.open(owners[0]) : undefined;
}

/** The last copy of a page, unless it is so old that its style sheet is gone. */
async function copyOf(url) {
  const copy = await (await keptPages())?.match(nameOf(url), SAME);
  const style = copy?.headers.get('x-kith-style');
  return style && (await caches.match(style, SAME)) ? copy : undefined;
}

/** Says that there is no connection, and which pages can be opened without one: the last visited first. */
async function offlinePage() {
  const plain = await caches.match(OFFLINE, SAME);
  if (!plain) return Response.error();
  const pages = await keptPages();
  const requests = (await pages?.keys()) ?? [];
  const links = requests.slice(-LISTED).reverse().map(async (request) => {
    const copy = await pages.match(request, SAME);
    // The title stands in the page as it must stand here, but for what a title may hold and a link may not.
    const title = decodeURIComponent(copy?.headers.get('x-kith-title') ?? '').replace(/[<>"]/g, '');
    return title && `<li><a href="${request.url}">${title.replace(/ · Kith$/, '')}</a></li>`;
  });
  const list = (await Promise.all(links)).join('');
  const html = (await plain.text()).replace('<ul></ul>', () => list && `<ul>${list}</ul>`);
  return new Response(html, { headers: plain.headers });
}

async function forgetOldBuilds() {
  const builds = (await caches.keys()).filter((name) => name.startsWith('assets-') && name !== ASSETS);
  const over = builds.slice(0, Math.max(0, builds.length - GENERATIONS + 1));
  await Promise.all(over.map((name) => caches.delete(name)));
}
