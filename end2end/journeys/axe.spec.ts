// Every page for everybody: axe, both themes, wide and narrow, and letters twice as large.
import type { Page } from "@playwright/test";
import { Findings } from "../support/accessible";
import { expect, open, test } from "../support/kith";

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

const OF_STRANGERS = ["/welcome", "/sign-in", "/hours/proof"];
const OF_EVERYBODY = [
  "/",
  "/continuity",
  "/exchanges",
  "/hours",
  "/library",
  "/library/clear-an-alarm",
  "/library/clear-an-alarm/edit",
  "/library/restore-the-copy/history",
  "/me/skills",
  "/new/question?skill=wound-care",
  "/notifications",
  "/people",
  "/people?q=pumps&level=4",
  "/people?team=nobody",
  "/people/amara-okafor",
  "/people/amara-okafor/ask?skill=palliative-talks",
  "/people/jonas-weidner",
  "/people/jonas-weidner/edit",
  "/programs",
  "/programs/pairs-for-care",
  "/questions",
  "/questions/beep-in-room-4",
  "/search?q=handover",
  "/sessions",
  "/sessions?view=week",
  "/sessions?view=agenda",
  "/sessions/new",
  "/sessions/allergens-in-plain-words",
  "/sessions/cold-chain-on-four-wheels",
  "/sessions/sql-for-people-who-read-reports",
  "/settings",
  "/skills",
  "/skills/infusion-pumps",
  "/start/1",
  "/start/2",
  "/start/3",
  "/start/people",
  "/styleguide",
  "/teams",
  "/teams/care-east",
  "/thanks",
];
const OF_ADMINS = [
  "/",
  "/admin/hours",
  "/admin/import",
  "/admin/mail",
  "/admin/members",
  "/admin/reports",
  "/clear",
  "/new/area",
  "/new/skill",
  "/new/team",
  "/people/jonas-weidner",
  "/people/jonas-weidner/edit",
  "/sessions/allergens-in-plain-words",
  "/sessions/allergens-in-plain-words/edit",
  "/skills/infusion-pumps/edit",
  "/teams/care-east/edit",
];

test("strangers find no page that shuts them out", async ({ stranger }) => {
  const findings = new Findings();
  await lookAtAll(await stranger(), OF_STRANGERS, findings);
  expect(findings.list()).toEqual([]);
});

// In three parts, so that both workers look.
const PARTS = { first: OF_EVERYBODY.slice(0, 8), second: OF_EVERYBODY.slice(8, 16), third: OF_EVERYBODY.slice(16) };
for (const [part, paths] of Object.entries(PARTS)) {
  test(`members find no page that shuts them out: ${part} part`, async ({ signIn }) => {
    const findings = new Findings();
    await lookAtAll(await signIn("Engineer Jonas"), paths, findings);
    expect(findings.list()).toEqual([]);
  });
}

test("a request shuts neither side out", async ({ signIn }) => {
  const findings = new Findings();
  for (const persona of ["Engineer Jonas", "Nurse Amara"] as const) {
    const page = await signIn(persona);
    await open(page, "/exchanges");
    const line = page.getByRole("listitem").filter({ hasText: "Clinical handover" });
    const path = await line.getByRole("link").first().getAttribute("href");
    await lookAtAll(page, [path ?? "/exchanges"], findings);
  }
  expect(findings.list()).toEqual([]);
});

test("a pair shuts nobody out, and neither does what its organisers see", async ({ signIn }) => {
  const findings = new Findings();
  await lookAtAll(await signIn("Nurse Amara"), ["/pairs", "/pairs/leila-and-amara"], findings);
  await lookAtAll(await signIn("Manager Priya"), ["/admin/programs/pairs-for-care/pairs"], findings);
  expect(findings.list()).toEqual([]);
});

test("finding a mentor and answering shut nobody out", async ({ signIn }) => {
  const findings = new Findings();
  await lookAtAll(await signIn("Engineer Jonas"), ["/mentoring", "/mentoring/across-fernhill/match"], findings);
  await lookAtAll(await signIn("Admin Sol"), ["/mentoring", "/mentoring/across-fernhill/requests/dag-ek"], findings);
  expect(findings.list()).toEqual([]);
});

test("a matching shuts nobody out, neither who bends it nor who reads why", async ({ signIn }) => {
  const findings = new Findings();
  const matching = "/admin/programs/across-fernhill/match";
  const asked = ["", "?with=1&and=2", "?who=arjun-venkataraghavan"].map((query) => matching + query);
  await lookAtAll(await signIn("Admin Sol"), asked, findings);
  await lookAtAll(await signIn("Engineer Jonas"), ["/mentoring/across-fernhill/why"], findings);
  expect(findings.list()).toEqual([]);
});

test("admins find no page that shuts them out", async ({ signIn }) => {
  const findings = new Findings();
  const sol = await signIn("Admin Sol");
  await open(sol, "/admin/import");
  const csv = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from("name,email,team\nOdd One,,Digital\n") };
  await sol.getByLabel("CSV files").setInputFiles(csv);
  await sol.getByRole("button", { name: "Upload and look at the columns" }).click();
  await expect(sol).toHaveURL(/\/admin\/import\/\w+/);
  const draft = new URL(sol.url()).pathname;
  await lookAtAll(sol, [...OF_ADMINS, draft, `${draft}/check`], findings);
  expect(findings.list()).toEqual([]);
});

/** Each page with every rule, wide and narrow; then what only a theme or larger letters can break. */
async function lookAtAll(page: Page, paths: string[], findings: Findings) {
  for (const path of paths) {
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await open(page, path);
    await findings.look(page, `${path} wide`);
    await page.emulateMedia({ colorScheme: "dark" });
    await findings.look(page, `${path} wide dark`, "color-contrast");
    await page.setViewportSize(NARROW);
    await findings.look(page, `${path} narrow dark`);
    await page.emulateMedia({ colorScheme: "light" });
    await findings.look(page, `${path} narrow`, "color-contrast");
    await findings.fits(page, `${path} narrow`);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await findings.fits(page, `${path} narrow, letters twice as large`);
  }
}
