// Kith as an app on somebody's device: installed, without a connection, shared with others, and updated.
import { chromium, type Page } from "@playwright/test";
import { come, expect, open, test, type Persona } from "../support/kith";
import { decoded, leavesSafeZone, manifestOf, pixelOf } from "../support/manifest";

const JONAS = "/people/jonas-weidner";

test("Chromium has nothing against installing it", async ({ baseURL }, info) => {
  // From a private window nothing can be installed, so this browser has a folder of its own.
  const context = await chromium.launchPersistentContext(info.outputPath("profile"), info.project.use.launchOptions);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${baseURL}/welcome`);
  await hasWorker(page);
  const browser = await context.newCDPSession(page);
  const manifest = await browser.send("Page.getAppManifest");
  expect(manifest.url).toBe(`${baseURL}/manifest.webmanifest`);
  expect(manifest.errors).toEqual([]);
  expect((await browser.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);
  await context.close();
});

test("its icons are as large as they say, and a round mask cuts nothing off", async ({ signIn }) => {
  const page = await signIn("Nurse Amara");
  const { icons } = await manifestOf(page);
  expect(icons.map((icon) => `${icon.purpose} ${icon.sizes}`)).toEqual([
    "any 192x192",
    "any 512x512",
    "maskable 512x512",
    "monochrome any",
  ]);
  for (const icon of icons) expect(await decoded(page, icon)).toBe(icon.sizes);
  const masked = icons.find((icon) => icon.purpose === "maskable");
  expect(await leavesSafeZone(page, masked!.src)).toEqual([]);
  expect(await decoded(page, { src: "/apple-touch-icon.png", sizes: "180x180" })).toBe("180x180");
});

test("its shortcuts and pictures lead somewhere", async ({ signIn }) => {
  const page = await signIn("Nurse Amara");
  const { shortcuts, screenshots, start_url } = await manifestOf(page);
  expect(shortcuts).toHaveLength(4);
  for (const address of [start_url, ...shortcuts.map((shortcut) => shortcut.url)]) {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(200);
  }
  const pictures = [...screenshots, ...shortcuts.flatMap((shortcut) => shortcut.icons)];
  for (const picture of pictures) expect(await decoded(page, picture), picture.src).toBe(picture.sizes);
  const count = (form: string, sizes: string) =>
    screenshots.filter((shot) => shot.form_factor === form && shot.sizes === sizes && shot.label).length;
  expect(count("narrow", "1080x1920")).toBeGreaterThanOrEqual(3);
  expect(count("wide", "1440x900")).toBeGreaterThanOrEqual(2);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the window's frame has the colour of the page when it is ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, "/welcome");
    const said = await page.evaluate(() => {
      const metas = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
      return metas.find((meta) => matchMedia(meta.media).matches)?.content ?? "";
    });
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const [frame, body] = [await pixelOf(page, said), await pixelOf(page, ground)];
    for (const [at, part] of frame.entries()) expect(Math.abs(part - body[at]!), `${frame} ${body}`).toBeLessThan(3);
  });
}

test("home and a person open without a connection, and say from when they are", async ({ page, context }) => {
  await become(page, "Nurse Amara");
  await visit(page, "/");
  await visit(page, JONAS);
  await context.setOffline(true);
  await open(page, "/");
  await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await open(page, `${JONAS}?src=shortcut#skills`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jonas Weidner");
  // Links go on working, from copy to copy.
  await page.getByRole("link", { name: "Home" }).filter({ visible: true }).first().click();
  await expect(page).toHaveURL("/");
  await come(page);
  await expect(page.getByText(/^as of/)).toBeVisible();
});

test("a slow connection shows the copy, and keeps what comes after it", async ({ page, context }) => {
  await become(page, "Nurse Amara");
  await visit(page, JONAS);
  const before = await page.evaluate(keptAt, JONAS);
  const network = await context.newCDPSession(page);
  const slow = { offline: false, downloadThroughput: -1, uploadThroughput: -1, latency: 4000 };
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", slow);
  await open(page, JONAS);
  await expect(page.getByText(/^as of/)).toBeVisible();
  await expect.poll(() => page.evaluate(keptAt, JONAS)).not.toBe(before);
});

test("what was never opened says so without a connection, and comes when there is one", async ({ page, context }) => {
  await become(page, "Nurse Amara");
  await visit(page, JONAS);
  await context.setOffline(true);
  await page.goto("/teams");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are offline");
  await page.getByRole("link", { name: "Jonas Weidner" }).click();
  await expect(page).toHaveURL(JONAS);
  await page.goto("/teams");
  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("You are offline");
  await expect(page.getByText(/^as of/)).toBeHidden();
});

test("nobody sees the pages kept for whoever was here before", async ({ page, context }) => {
  await become(page, "Nurse Amara");
  await visit(page, "/");
  await visit(page, JONAS);
  await open(page, "/settings");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/welcome");
  await expect.poll(() => kept(page)).toEqual([]);
  await become(page, "Manager Priya");
  await visit(page, "/");
  expect(await kept(page)).not.toContain(JONAS);
  await context.setOffline(true);
  await page.goto(JONAS);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are offline");
});

test("a session that another tab or device ended takes its pages along", async ({ page, context }) => {
  await become(page, "Nurse Amara");
  await visit(page, JONAS);
  await context.clearCookies();
  await open(page, "/");
  await expect(page).toHaveURL("/welcome");
  await expect.poll(() => kept(page)).toEqual([]);
});

test("pages of admins, forms and what is posted are never kept", async ({ page }) => {
  await become(page, "Admin Sol");
  await visit(page, "/");
  for (const never of ["/admin/members", "/admin/import", "/start/1", "/clear"]) await open(page, never);
  await visit(page, JONAS);
  expect((await kept(page, "")).filter((path) => /^\/(admin|start|clear|api|live|welcome)/.test(path))).toEqual([]);
});

test("a new version is offered, comes when asked for, and leaves what is being typed", async ({ page }) => {
  await become(page, "Nurse Amara");
  await visit(page, "/");
  await release(page);
  // Half-written: being out of sight is not reason enough.
  await page.locator("#jump").fill("wound");
  await hide(page, true);
  await hide(page, false);
  await expect(page.locator("#jump")).toHaveValue("wound");
  expect(await isReleased(page)).toBe(false);
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Reload" }).click();
  await reloaded;
  expect(await isReleased(page)).toBe(true);
});

test("a new version comes by itself while nobody looks and nothing is half-written", async ({ page }) => {
  await become(page, "Nurse Amara");
  await visit(page, "/");
  await release(page);
  const reloaded = page.waitForEvent("load");
  await hide(page, true);
  await reloaded;
  expect(await isReleased(page)).toBe(true);
});

test("a new version that one tab asked for is not lost on the others", async ({ page, context }) => {
  await become(page, "Nurse Amara");
  await visit(page, "/");
  const other = await context.newPage();
  await visit(other, JONAS);
  await release(page);
  await expect(other.getByRole("status", { name: "Messages" }).getByText("A new version is ready")).toBeVisible();
  const first = page.waitForEvent("load");
  await page.getByRole("button", { name: "Reload" }).click();
  await first;
  const second = other.waitForEvent("load");
  await other.getByRole("button", { name: "Reload" }).click();
  await second;
});

test("a page whose files are gone is fetched anew once, and then reads without them", async ({ page }) => {
  let asked = 0;
  page.on("request", (request) => (asked += request.isNavigationRequest() ? 1 : 0));
  await page.route("**/pkg/**/*.js", async (route) => {
    const isLoader = route.request().url().includes("loader");
    await (isLoader ? route.continue() : route.fulfill({ status: 404 }));
  });
  const gone = [page.waitForEvent("pageerror")];
  await page.goto("/welcome");
  await Promise.all(gone);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(asked).toBe(2);
});

test("the settings offer to install it where the browser can", async ({ signIn }) => {
  const page = await signIn("Nurse Amara");
  await open(page, "/settings");
  const install = page.getByRole("button", { name: "Install Kith on this device" });
  await expect(install).toBeHidden();
  await page.evaluate(() => {
    const question = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: async () => document.body.setAttribute("data-asked", ""),
    });
    window.dispatchEvent(question);
  });
  await install.click();
  await expect(page.locator("body")).toHaveAttribute("data-asked", "");
  await expect(install).toBeHidden();
});

test("on an iPhone the settings say how to install it", async ({ browser }) => {
  const iPhone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) " +
    "Version/18.5 Mobile/15E148 Safari/604.1";
  const context = await browser.newContext({ userAgent: iPhone, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await become(page, "Nurse Amara");
  await open(page, "/settings");
  await page.getByRole("button", { name: "Install Kith on this device" }).click();
  await expect(page.getByRole("dialog")).toContainText("Add to Home Screen");
  await context.close();
});

async function become(page: Page, persona: Persona) {
  await open(page, "/welcome");
  await hasWorker(page);
  await page.getByRole("button", { name: `Be ${persona}` }).click();
  await expect(page).not.toHaveURL("/welcome");
  await come(page);
}

/** Waits until this browser's worker is at work. */
async function hasWorker(page: Page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((resolve) => active?.addEventListener("statechange", resolve, { once: true }));
  });
}

/** Opens a page under the worker, which then keeps it. */
async function visit(page: Page, path: string) {
  await open(page, path);
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toMatch(/\/sw\.js$/);
  await expect.poll(() => kept(page)).toContain(path);
}

/** The addresses of what the worker keeps, in the caches whose names begin so. */
async function kept(page: Page, beginning = "pages"): Promise<string[]> {
  return page.evaluate(async (beginning) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(beginning));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  }, beginning);
}

/** Has a worker of another address wait to take over, as one of another build does. */
async function release(page: Page) {
  await page.evaluate(() => navigator.serviceWorker.register("/sw.js?next"));
  await expect(page.getByRole("status", { name: "Messages" }).getByText("A new version is ready")).toBeVisible();
}

/** Whether that worker has taken over. */
async function isReleased(page: Page): Promise<boolean> {
  return page.evaluate(() => navigator.serviceWorker.controller?.scriptURL.endsWith("?next") ?? false);
}

/** When the copy of an address was made; runs in the page. */
async function keptAt(path: string): Promise<string | undefined> {
  const copy = await caches.match(path, { ignoreVary: true });
  return (await copy?.text())?.match(/data-kept-at="([^"]*)"/)?.[1];
}

async function hide(page: Page, hidden: boolean) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}
