// What evidence counts for, tried out before it is saved; and a level explained piece by piece to the number.
import type { Locator, Page } from "@playwright/test";
import { come, expect, open, test } from "../support/kith";

const WEIGHT = "Weight of “Manager’s estimate”";
const HALF_LIFE = "Half-life of “Manager’s estimate” in days";
const PEER = "Weight of “A colleague’s estimate”";
/** The levels, lowest first. */
const NAMES = ["none", "aware", "with help", "alone", "can teach"];

test("weights and half-lives are tried out, saved, and put back", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];
  await open(sol, "/admin/evidence");

  await test.step("what cannot be is refused beside its field", async () => {
    await open(sol, "/admin/evidence?weight-manager=9999&half-life-manager=280");
    await expect(sol.getByLabel(WEIGHT)).toHaveAttribute("aria-invalid", "true");
    await expect(preview(sol)).toHaveCount(0);
  });

  await test.step("what would change is said before anything is saved", async () => {
    await open(sol, "/admin/evidence");
    await sol.getByLabel(WEIGHT).fill("0");
    await sol.getByLabel(HALF_LIFE).fill("90");
    await sol.getByLabel(PEER).fill("40");
    await sol.getByRole("button", { name: "See what would change" }).click();
    await expect(preview(sol)).toContainText("Nothing is saved yet.");
    await expect(preview(sol).getByRole("status")).toHaveText(/ of [\d,]+ levels would change: .+ up, .+ down\. /);
    await expect(preview(sol).getByRole("row", { name: /falls below its target/ }).first()).toBeVisible();
    await expect(sol.getByLabel(WEIGHT)).toHaveValue("0");
    await come(sol);
    expect(await weightOfManager(jonas)).toBeGreaterThan(0);
  });

  await test.step("saved, it counts at once", async () => {
    await sol.getByRole("button", { name: "Save this" }).click();
    await expect(sol).toHaveURL("/admin/evidence");
    await expect(preview(sol)).toHaveCount(0);
    await expect(sol.getByLabel(WEIGHT)).toHaveValue("0");
    await expect(sol.getByLabel(HALF_LIFE)).toHaveValue("90");
    expect(await weightOfManager(jonas)).toBe(0);
    await expect(piece(jonas)).toContainText("its kind counts for nothing here");
  });

  await test.step("and back to what is usual", async () => {
    await sol.getByRole("button", { name: "Count as usual" }).click();
    await expect(sol.getByLabel(WEIGHT)).toHaveValue("100");
    await expect(sol.getByLabel(HALF_LIFE)).toHaveValue("280");
    await expect(sol.getByRole("button", { name: "Count as usual" })).toHaveCount(0);
    expect(await weightOfManager(jonas)).toBeGreaterThan(0);
  });
});

test("only program admins weigh evidence", async ({ signIn }) => {
  const priya = await signIn("Manager Priya");
  const page = await priya.request.get("/admin/evidence");
  expect(await page.text()).not.toContain("See what would change");
});

const LEVELS = [
  ["Clinical handover", "Amara Okafor", "This counts as cover"],
  ["Infusion pumps", "Amara Okafor", "This does not count as cover yet"],
  ["SQL for reports", "Jonas Weidner", "This counts as cover"],
] as const;

test("a level adds up, piece by piece, to the number that is shown", async ({ signIn }) => {
  const page = await signIn("Engineer Jonas");
  for (const [skill, person, words] of LEVELS) {
    await test.step(`${person} in ${skill}`, async () => {
      await open(page, `/people/${slug(person)}`);
      const lane = page.getByRole("group").filter({ hasText: new RegExp(`^Why “.+” in ${skill}\\?`) });
      await lane.getByText(/^Why “.+\?$/).click();
      await lane.getByRole("link", { name: "How this level comes about, to the number" }).click();
      await expect(page).toHaveURL(`/people/${slug(person)}/skills/${slug(skill)}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("How this level comes about");
      await expect(page.getByRole("main")).toContainText(words);
      await expectSum(page);
    });
  }
});

/** Each piece goes on where the one before ended; the last ends at the level and the chance that are shown. */
async function expectSum(page: Page) {
  const pieces = page.getByRole("region", { name: "Piece by piece" });
  const [level, chance] = [await moves(pieces.getByRole("table"), 2), await moves(pieces.getByRole("table"), 3)];
  const [, start, end] = (await pieces.innerText()).match(/starts at (\d\.\d\d), .* ends at (\d\.\d\d)\./)!;
  expect(level[0]![0], "what is known of anybody").toBe(start);
  for (let piece = 1; piece < level.length; piece += 1) {
    expect(level[piece]![0], `level before piece ${piece + 1}`).toBe(level[piece - 1]![1]);
    expect(chance[piece]![0], `chance before piece ${piece + 1}`).toBe(chance[piece - 1]![1]);
  }
  expect(level.at(-1)![1]).toBe(end);

  const shown = page.getByRole("table", { name: "The chance of each level" }).getByRole("row");
  const cells = await shown.filter({ has: page.getByRole("rowheader") }).getByRole("cell").allInnerTexts();
  const parts = cells.map((cell) => (cell.includes("under") ? 0.5 : Number(cell.match(/\d+/)![0])));
  expect(parts).toHaveLength(NAMES.length);
  expect(sum(parts)).toBeGreaterThan(97);
  expect(sum(parts)).toBeLessThan(103);
  const mean = parts.reduce((total, part, at) => total + part * at, 0) / 100;
  expect(Math.abs(mean - Number(end)), `${mean} is about ${end}`).toBeLessThan(0.1);

  const middle = NAMES[parts.findIndex((_, at) => sum(parts.slice(0, at + 1)) >= 50)];
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(new RegExp(`^${middle}, `, "i"));
  const main = await page.getByRole("main").innerText();
  const [, target, reached] = main.match(/the chance of “([^”]+)” or above is (\d+) in 100/)!;
  expect(Math.abs(sum(parts.slice(NAMES.indexOf(target!))) - Number(reached))).toBeLessThanOrEqual(2);
  expect(Math.abs(Number(chance.at(-1)![1]!.match(/\d+/)![0]) - Number(reached))).toBeLessThanOrEqual(1);
}

/** From where to where each piece moved what stands in a column. */
async function moves(table: Locator, column: number) {
  const rows = await table.getByRole("row").filter({ has: table.page().getByRole("rowheader") }).all();
  const cells = await Promise.all(rows.map((row) => row.getByRole("cell").nth(column).innerText()));
  expect(cells.length).toBeGreaterThan(1);
  return cells.map((cell) => cell.trim().split(" → "));
}

function slug(name: string) {
  return name.toLowerCase().replaceAll(" ", "-");
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}

function preview(page: Page) {
  return page.getByRole("region", { name: "What would change" });
}

/** What Priya's word about Amara weighs. */
async function weightOfManager(page: Page) {
  await open(page, "/people/amara-okafor/skills/clinical-handover");
  return Number((await piece(page).getByRole("cell").nth(1).innerText()).match(/\d\.\d\d/)![0]);
}

function piece(page: Page) {
  return page.getByRole("row", { name: /^Manager’s estimate, by Priya Raman/ }).first();
}
