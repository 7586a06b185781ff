// Takes the pictures that the manifest's `screenshots` and the README show, of the real product with the demo company.
//
//   cargo xtask serve                                            # in one terminal, with a fresh demo
//   node end2end/scripts/screenshots.mjs http://127.0.0.1:3000   # in another; `cargo xtask test` brought Chromium
//
// Writes `public/screenshots/*.webp`, each at most 150 KB. KITH_CHROMIUM names the browser where it is not
// /usr/bin/chromium. It signs in as a persona and changes nothing.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const FOLDER = fileURLToPath(new URL("../../public/screenshots/", import.meta.url));
const MOST_BYTES = 150_000;

/** Windows as the manifest wants them: 1080 × 1920 and 1440 × 900 pixels. */
const NARROW = { viewport: { width: 432, height: 768 }, deviceScaleFactor: 2.5, hasTouch: true };
const WIDE = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };

/** Name of the file, whose page, where, and the window. */
const PICTURES = [
  ["home-narrow", "Nurse Amara", "/", NARROW],
  ["person-narrow", "Nurse Amara", "/people/jonas-weidner", NARROW],
  ["start-narrow", "Nurse Amara", "/start/people#three", NARROW],
  ["home-wide", "Nurse Amara", "/", WIDE],
  ["people-wide", "Manager Priya", "/people", WIDE],
  ["continuity-wide", "Manager Priya", "/continuity", WIDE],
];

const origin = process.argv[2];
if (!origin) {
  console.error("Say where Kith runs: node end2end/scripts/screenshots.mjs http://127.0.0.1:3000");
  process.exit(2);
}

await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.KITH_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
try {
  for (const [name, persona, path, window] of PICTURES) await take(name, persona, path, window);
} finally {
  await browser.close();
}

async function take(name, persona, path, window) {
  const context = await browser.newContext({
    ...window,
    baseURL: origin,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    colorScheme: "light",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto("/welcome");
  await alive(page);
  await page.getByRole("button", { name: `Be ${persona}` }).click();
  await page.waitForURL((url) => url.pathname !== "/welcome");
  await alive(page);
  const answer = await page.goto(path);
  if (!answer?.ok() || !page.url().endsWith(path)) throw new Error(`${path} did not open for ${persona}`);
  await alive(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const part = document.getElementById(location.hash.slice(1));
    // Below the bar that stays at the top.
    if (part) window.scrollTo(0, part.getBoundingClientRect().top + window.scrollY - 96);
    // Two frames: what came with the last change is laid out, then painted.
    for (let frames = 0; frames < 2; frames += 1) await new Promise((next) => requestAnimationFrame(next));
  });
  const bytes = await asWebp(context, await page.screenshot({ animations: "disabled", caret: "hide" }));
  await writeFile(`${FOLDER}${name}.webp`, bytes);
  console.log(`${name}.webp  ${path}  ${Math.round(bytes.length / 1000)} KB`);
  await context.close();
}

async function alive(page) {
  await page.locator("html[data-alive]").waitFor({ state: "attached" });
}

/** The same picture as WebP, as good as the most bytes allow. Chromium is the encoder: there is nothing to install. */
async function asWebp(context, png) {
  const page = await context.newPage();
  const encode = async ([picture, quality]) => {
    const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality });
    const reader = new FileReader();
    const read = new Promise((resolve) => (reader.onload = resolve));
    reader.readAsDataURL(blob);
    await read;
    return reader.result.split(",")[1];
  };
  for (const quality of [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]) {
    const base64 = await page.evaluate(encode, [`data:image/png;base64,${png.toString("base64")}`, quality]);
    const bytes = Buffer.from(base64, "base64");
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  throw new Error("this picture stays above 150 KB");
}
