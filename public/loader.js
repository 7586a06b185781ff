// Brings a page alive: fetches the program its own tag names, hydrates, and then looks after the service worker.
// The tag is <script type="module" data-js="…" data-wasm="…">; every page works without any of this.

const root = document.documentElement;
const tag = document.querySelector('script[data-js][data-wasm]');
const RELOADED = 'kith-reloaded';

/** Whether someone has typed something that a reload would take away. */
const isDirty = () =>
  [...document.querySelectorAll('input:not([type="hidden"]), textarea')].some((field) =>
    /^(checkbox|radio)$/.test(field.type) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue,
  );

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
    // Also fetches the modules that only this page needs.
    await program.hydrate();
  } catch (cause) {
    return reloadOnce(cause);
  }
  sessionStorage.removeItem(RELOADED);
  root.dataset.alive = '';
}

/** Tells the page, now and later, that something is so: an attribute to read and an event to hear. */
function announce(name, value = '') {
  root.setAttribute(`data-${name}`, value);
  window.dispatchEvent(new Event(`kith:${name}`));
}

/** A new version waits until someone asks for it, or until nobody looks and nothing is half-written. */
function offerUpdate(registration) {
  const apply = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
  };
  announce('update');
  window.addEventListener('kith:apply-update', apply, { once: true });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && registration.waiting && !isDirty()) apply();
  });
}

/** Says whose page this is, so that pages kept for someone else go, and hears how old this one is. */
function greet(worker) {
  const channel = new MessageChannel();
  channel.port1.onmessage = ({ data }) => {
    if (!data.savedAt) return;
    const at = new Date(data.savedAt);
    announce('as-of', at.toLocaleTimeString(root.lang || undefined, { hour: '2-digit', minute: '2-digit' }));
  };
  const user = document.querySelector('meta[name="kith-user"]')?.content ?? '';
  worker.postMessage({ type: 'HELLO', user }, [channel.port2]);
}

/** Pages reached without a full load are kept too, once someone has stayed on one for a while. */
function keepVisited() {
  let staying;
  const visited = () =>
    navigator.serviceWorker.controller?.postMessage({ type: 'VISITED', address: location.href });
  window.navigation?.addEventListener('currententrychange', () => {
    clearTimeout(staying);
    staying = setTimeout(visited, 4000);
  });
}

/** Without a connection links go the browser's own way: the worker has copies of pages, the program has not. */
function leaveLinksAlone(event) {
  if (!navigator.onLine && event.target.closest?.('a[href]')) event.stopImmediatePropagation();
}

async function keepForOffline() {
  if (navigator.serviceWorker.controller) greet(navigator.serviceWorker.controller);
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  if (registration.waiting && navigator.serviceWorker.controller) offerUpdate(registration);
  registration.addEventListener('updatefound', () => {
    const next = registration.installing;
    next?.addEventListener('statechange', () => {
      if (next.state === 'installed' && navigator.serviceWorker.controller) offerUpdate(registration);
    });
  });
}

const alive = tag ? comeAlive() : Promise.resolve();
if ('serviceWorker' in navigator) {
  window.addEventListener('click', leaveLinksAlone, { capture: true });
  keepVisited();
  // Being kept for later is a courtesy: a browser that refuses it, or has no connection, still has the page.
  alive.finally(() => keepForOffline().catch(() => {}));
}
