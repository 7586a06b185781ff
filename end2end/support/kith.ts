// What every journey stands on: a server of its own with the demo company, people who sign in, and the rule that no
// page may complain in the console.
import { expect, test as base, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** The demo's personas. */
export type Persona = "Nurse Amara" | "Engineer Jonas" | "Manager Priya" | "Admin Sol";

type OfTest = {
  /** A browser of somebody's own, at home in Kith. */
  signIn: (persona: Persona) => Promise<Page>;
  /** A browser of somebody whom nobody knows. */
  stranger: () => Promise<Page>;
};

type OfWorker = { kith: string };

export const test = base.extend<OfTest, OfWorker>({
  kith: [
    async ({}, use) => {
      const server = spawn(needed("KITH_BIN"), ["serve", "--addr", "127.0.0.1:0", "--db", "mem://", "--demo"], {
        env: { ...process.env, KITH_SITE: needed("KITH_SITE"), KITH_SIGN_INS_PER_MINUTE: "10000" },
        stdio: ["ignore", "ignore", "pipe"],
      });
      const ended = new Promise((resolve) => server.once("exit", resolve));
      await use(await answersAt(server.stderr));
      server.kill();
      await ended;
    },
    { scope: "worker", timeout: 60_000 },
  ],

  baseURL: async ({ kith }, use) => use(kith),

  stranger: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      context.on("page", (page) => listen(page, complaints));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(complaints, "pages complain of nothing").toEqual([]);
  },

  signIn: async ({ stranger }, use) => {
    await use(async (persona) => {
      const page = await stranger();
      await open(page, "/welcome");
      await page.getByRole("button", { name: `Be ${persona}` }).click();
      await expect(page).toHaveURL("/start/1");
      await come(page);
      await page.getByRole("link", { name: "I’ll look around" }).click();
      await expect(page).toHaveURL("/");
      await expect(page.getByRole("heading", { level: 1, name: /^Good / })).toBeVisible();
      return page;
    });
  },
});

export { expect };

/** Goes to an address and waits until the page answers to clicks in the way that it will from then on. */
export async function open(page: Page, path: string) {
  await page.goto(path);
  await come(page);
}

/** Waits until the page that has just come is alive; at once where there is no JavaScript. */
export async function come(page: Page) {
  if (hasScripts()) await page.locator("html[data-alive]").waitFor({ state: "attached" });
}

/** Ticks a box or a round button as people do: by pressing the words beside it. */
export async function pick(box: Locator) {
  await box.locator("xpath=ancestor::label").click();
  await expect(box).toBeChecked();
}

/** Lets a page without JavaScript look again; one with it has seen already what others did. */
export async function lookAgain(page: Page) {
  if (!hasScripts()) await page.reload();
}

/** Fills a box that offers what is known as one types; without JavaScript the whole name is typed. */
export async function choose(page: Page, label: string, name: string) {
  await page.getByLabel(label).fill(name);
  if (!hasScripts()) return;
  await page.getByRole("option", { name, exact: false }).first().click();
  await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
}

/** Whether this project's browser runs JavaScript. */
export function hasScripts() {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** Whether this project's window is a phone's. */
export function isPhone() {
  return (test.info().project.use.viewport?.width ?? 0) < 640;
}

/** Hears every complaint but what browsers report as if it were broken and is meant: an answer that refuses what
 * somebody typed, a request while a journey has cut the line, a program that is not run where scripts are off, a page
 * that leads on before the fade into it is over. */
function listen(page: Page, complaints: string[]) {
  const isFade = (text: string) => text.startsWith("Transition was aborted");
  page.on("pageerror", ({ message }) => {
    if (!isFade(message)) complaints.push(`${page.url()}: ${message}`);
  });
  page.on("console", (message) => {
    if (isFade(message.text())) return;
    const refused = message.location().url.includes("/api/") && /status of (409|422)/.test(message.text());
    const cut = message.text().includes("net::ERR_INTERNET_DISCONNECTED");
    const unused = !hasScripts() && message.text().includes("preloaded using link preload but not used");
    const complains = ["error", "warning"].includes(message.type());
    if (complains && !refused && !cut && !unused) complaints.push(`${page.url()}: ${message.text()}`);
  });
}

/** The address that the server names once it is ready; what it says otherwise is for whoever reads the report. */
function answersAt(said: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    createInterface({ input: said })
      .on("line", (line) => {
        lines.push(line);
        const address = line.match(/answers at (\S+)/)?.[1];
        if (address) resolve(address);
      })
      .on("close", () => reject(new Error(`kith did not start:\n${lines.join("\n")}`)));
  });
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with \`cargo xtask test\``);
  return value;
}
