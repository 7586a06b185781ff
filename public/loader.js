// Brings a page alive: fetches the program its own tag names, hydrates, and then looks after the service worker and
// the way to install Kith. The tag is <script type="module" data-js="…" data-wasm="…">; pages work without all of it.

const root = document.documentElement;
const tag = document.querySelector('script[data-js][data-wasm]');
const RELOADED = 'kith-reloaded';
const AN_HOUR = 3_600_000;

/** Whether someone has typed or opened something that a reload would take away. */
const isDirty = () =>
  document.querySelector('dialog[open]') !== null ||
  [...document.querySelectorAll('input:not([type="hidden"]), textarea, option')].some((field) => {
    if (field.tagName === 'OPTION') return isChosenAnew(field);
    if (/^(checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  });

/** Of a list in which nothing was chosen beforehand, browsers choose the first. */
function isChosenAnew(option) {
  const isFirst = option.index === 0 && !option.closest('select')?.querySelector('option[selected]');
  return option.selected && !option.defaultSelected && !isFirst;
}

/**
 * A page from before a release may name files that are gone. One reload brings the new page; a second one would
 * not help, and none may take away what was typed.
 */
function reloadOnce(cause) {
  if (!navigator.onLine || isDirty() || sessionStorage.getItem(RELOADED) === tag.dataset.js) throw cause;
  sessionStorage.setItem(RELOADED, tag.dataset.js);
  location.reload();
}

async function comeAlive() {
  let program;
  try {
    program = await import(tag.dataset.js);
    await program.default({ module_or_path: tag.dataset.wasm });
    await program.hydrate();
  } catch (cause) {
    return reloadOnce(cause);
  }
  root.dataset.alive = '';
  sessionStorage.removeItem(RELOADED);
}

/** Tells the page, now and later, that something is so, or no longer: an attribute to read and an event to hear. */
function announce(name, value = '') {
  if (value === null) root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
  window.dispatchEvent(new Event(`kith:${name}`));
}

/** Says how old this page is, when it is a copy that the worker kept; until someone goes on to another. */
function tellAge() {
  if (!root.dataset.keptAt) return;
  const at = new Date(root.dataset.keptAt);
  const isToday = at.toDateString() === new Date().toDateString();
  const day = isToday ? {} : { day: 'numeric', month: 'short' };
  // The language of the reader's own machine, or English readers elsewhere would get American clocks.
  announce('as-of', at.toLocaleString(undefined, { ...day, hour: '2-digit', minute: '2-digit' }));
  const { pathname } = location;
  window.navigation?.addEventListener('currententrychange', () => {
    if (location.pathname !== pathname && root.dataset.asOf) announce('as-of', null);
  });
}

/** A new version waits until someone asks for it, or until nobody looks and nothing is half-written. */
function offerUpdates(registration) {
  const hadWorker = navigator.serviceWorker.controller !== null;
  let isWanted = false;
  const apply = () => {
    isWanted = true;
    // Where another tab has applied it already, there is nothing to wait for.
    if (registration.waiting) registration.waiting.postMessage({ type: 'SKIP_WAITING' });
    else location.reload();
  };
  const applyUnseen = () => {
    if (root.dataset.update !== undefined && document.hidden && !isDirty()) apply();
  };
  const offer = () => {
    // The page that came without a worker has nothing older to leave.
    if (!hadWorker) return;
    if (root.dataset.update === undefined) announce('update');
    applyUnseen();
  };
  window.addEventListener('kith:apply-update', apply);
  document.addEventListener('visibilitychange', applyUnseen);
  navigator.serviceWorker.addEventListener('controllerchange', () => (isWanted ? location.reload() : offer()));
  const watch = (next) => next?.addEventListener('statechange', () => next.state === 'installed' && offer());
  if (registration.waiting) offer();
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

/** Tabs that stay open for days ask for a new version too, when someone comes back to one. */
function lookForUpdates(registration) {
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < AN_HOUR) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

/** Has the worker keep the page at this address, which did not pass through it. */
async function keepThis() {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: 'VISITED', address: location.href });
}

/** Pages reached without a full load are kept too, once someone has stayed on one for a while. */
function keepVisited() {
  let staying;
  window.navigation?.addEventListener('currententrychange', () => {
    clearTimeout(staying);
    staying = setTimeout(() => navigator.onLine && keepThis(), 4000);
  });
}

/** Offline, and from a copy, links go the browser's own way: the worker has copies of pages, the program has not. */
function leaveLinksAlone(event) {
  const isAway = !navigator.onLine || root.dataset.keptAt !== undefined;
  if (isAway && event.target.closest?.('a[href]')) event.stopImmediatePropagation();
}

async function keepForOffline() {
  const isFirst = navigator.serviceWorker.controller === null;
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  offerUpdates(registration);
  lookForUpdates(registration);
  if (isFirst) await keepThis();
}

/**
 * How this browser installs Kith, unless this is the installed one: Chromium lets us ask, and says when; on iOS people
 * do it themselves.
 */
function offerInstall() {
  if (!matchMedia('(display-mode: browser)').matches || navigator.standalone) return;
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad says that it is a Mac; no Mac is touched.
  const isApple = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  if (isApple && /Version\/.*Safari/.test(userAgent)) announce('install', 'by-hand');
  let question;
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    question = event;
    announce('install', 'ask');
  });
  window.addEventListener('kith:ask-install', () => {
    // A question can be put once; where the answer is no, the browser brings another when it sees fit.
    question?.prompt().catch(() => {});
    question = undefined;
    announce('install', null);
  });
  window.addEventListener('appinstalled', () => announce('install', null));
}

offerInstall();
tellAge();
const alive = tag ? comeAlive() : Promise.resolve();
if ('serviceWorker' in navigator) {
  window.addEventListener('click', leaveLinksAlone, { capture: true });
  keepVisited();
  // Being kept for later is a courtesy: a browser that refuses it, or has no connection, still has the page.
  alive.finally(() => keepForOffline().catch(() => {}));
}
