// What the organisation aims at: set for one skill, for many at once with a way back, and watched.
import type { Page } from "@playwright/test";
import { come, expect, lookAgain, open, pick, test } from "../support/kith";
import { aim, beforeSaving, previewAim, save, undo } from "../support/targets";

test("how critical a skill is and how many should know it is set by hand", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];
  await open(sol, "/skills/tachograph-records");
  await expect(sol.getByRole("region", { name: "Who covers it, and who will" })).toContainText(
    "Target: 2 people at “alone” or above.",
  );
  await setByHand(sol, { criticality: "High", people: "4", level: "with help", by: dayIn(60) });
  const cover = sol.getByRole("region", { name: "Who covers it, and who will" });
  await expect(cover).toContainText(/Target: 4 people at “with help” or above by \d+ \w+\./);

  await test.step("everybody sees what is aimed at, and only admins the form", async () => {
    await open(jonas, "/skills/tachograph-records");
    await expect(jonas.getByRole("main")).toContainText("Target: 4 people at “with help” or above by");
    await expect(jonas.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
    const form = await jonas.request.get("/skills/tachograph-records/edit");
    expect(await form.text()).not.toContain("How many people should know it?");
  });

  await test.step("the board counts by it", async () => {
    await open(jonas, "/continuity");
    const row = jonas.getByRole("region", { name: "What breaks first" }).getByRole("row", { name: /^Tachograph records/ });
    await expect(row).toContainText(/\d of 4 · high · by \d+ \w+/);
  });

  await setByHand(sol, { criticality: "Low", people: "2", level: "alone", by: "" });
  await expect(cover).toContainText("Target: 2 people at “alone” or above. Learning");
});

test("many targets change at once after a preview, and go back in one go", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, "/continuity");
  await sol.getByRole("link", { name: "Targets", exact: true }).click();
  await expect(sol.getByRole("heading", { level: 1 })).toHaveText("Targets");

  await test.step("a filter shows one area", async () => {
    await sol.getByLabel("Area").selectOption({ label: "On the road" });
    await sol.getByRole("button", { name: "Show", exact: true }).click();
    await expect(sol).toHaveURL(/area=on-the-road/);
    await expect(sol.getByRole("main")).toContainText(/^Targets\s*Five of \d+ skills/);
    await expect(table(sol).getByRole("rowheader")).toHaveCount(5);
    await come(sol);
  });

  await test.step("nothing ticked is said, not saved", async () => {
    await sol.getByRole("button", { name: "Preview" }).click();
    await expect(sol.getByText("Tick the skills that should change.")).toBeVisible();
    await expect(beforeSaving(sol)).toHaveCount(0);
    await come(sol);
  });

  await test.step("the preview says what would fall, and changes nothing", async () => {
    await previewAim(sol, ["Van checks", "Winter driving"], { criticality: "High", people: 9 });
    await expect(beforeSaving(sol).getByRole("status").first()).toHaveText("Changes two skills: two fall below target.");
    const winter = beforeSaving(sol).getByRole("row", { name: /^Winter driving/ });
    await expect(winter).toContainText(/Normal, 3 at “alone”.*High, 9 at “alone”.*of 9 Falls below target/s);
    await expect(row(sol, "Winter driving")).toContainText(/Normal.*3 at “alone”/s);
  });

  await test.step("then it stands", async () => {
    await save(sol);
    await expect(sol).toHaveURL("/continuity/targets?area=on-the-road");
    for (const skill of ["Van checks", "Winter driving"]) {
      await expect(row(sol, skill)).toContainText(/High.*9 at “alone”.*\d of 9/s);
    }
    await expect(row(sol, "Route planning")).toContainText("4 at “alone”");
  });

  await test.step("and goes back", async () => {
    await undo(sol);
    for (const skill of ["Van checks", "Winter driving"]) {
      await expect(row(sol, skill)).toContainText(/Normal.*3 at “alone”/s);
    }
    await expect(sol.getByRole("button", { name: "Undo" })).toHaveCount(0);
  });
});

test("whoever watches a skill is told when it drops below its target", async ({ signIn }) => {
  const [jonas, sol] = [await signIn("Engineer Jonas"), await signIn("Admin Sol")];
  await open(jonas, "/skills/writing-tickets");
  await jonas.getByRole("button", { name: "Tell me when this drops below target" }).click();
  await expect(jonas.getByRole("button", { name: "Do not tell me when this drops below target" })).toBeVisible();
  await open(jonas, "/notifications");
  const told = jonas.getByRole("listitem").filter({ hasText: "Cover dropped below target: Writing tickets" });
  const before = await told.count();

  await aim(sol, ["Writing tickets"], { people: 9 });
  await expect(async () => {
    await lookAgain(jonas);
    await expect(told).toHaveCount(before + 1, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(told.first()).toContainText(/Writing tickets, \d of 9/);
  await told.first().getByRole("link", { name: /Writing tickets/ }).click();
  await expect(jonas).toHaveURL("/skills/writing-tickets");

  await test.step("the board says since when", async () => {
    await open(sol, "/continuity?show=all");
    const row = sol.getByRole("region", { name: "What breaks first" }).getByRole("row", { name: /^Writing tickets/ });
    await expect(row).toContainText("Dropped");
  });

  await undo(sol);
  await jonas.getByRole("button", { name: "Do not tell me when this drops below target" }).click();
  await expect(jonas.getByRole("button", { name: "Tell me when this drops below target", exact: true })).toBeVisible();
});

type ByHand = { criticality: string; people: string; level: string; by: string };

async function setByHand(page: Page, { criticality, people, level, by }: ByHand) {
  await open(page, "/skills/tachograph-records/edit");
  await pick(page.getByRole("radio", { name: new RegExp(`^${criticality}`) }));
  await page.getByLabel("How many people should know it?").fill(people);
  await page.getByLabel("How well?").selectOption({ label: level });
  await page.getByLabel("By when?").fill(by);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL("/skills/tachograph-records");
}

function table(page: Page) {
  return page.getByRole("table", { name: "Skills and what is aimed at" });
}

function row(page: Page, skill: string) {
  return table(page).getByRole("row").filter({ has: page.getByRole("rowheader").filter({ hasText: skill }) });
}

/** The date so many days from now, as a date field holds it. */
function dayIn(days: number) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
