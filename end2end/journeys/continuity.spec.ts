// What is at risk, the least teaching that mends it, and what becomes of it.
import type { Locator, Page } from "@playwright/test";
import { expect, hasScripts, lookAgain, open, pick, test } from "../support/kith";

test("an admin finds a skill that hangs on one person, plans its cover, and sees a colleague take it up", async ({
  signIn,
}) => {
  const [sol, amara] = [await signIn("Admin Sol"), await signIn("Nurse Amara")];

  await test.step("Sol sees what breaks first, and draws up a plan", async () => {
    await open(sol, "/continuity");
    const first = sol.getByRole("region", { name: "What breaks first" });
    await expect(first.getByRole("row", { name: /Infusion pumps/ })).toContainText("1 of 3");
    await sol.getByRole("link", { name: "Plan the cover" }).click();
    await expect(sol.getByRole("heading", { level: 1 })).toHaveText("Cover plan");
    await sol.getByRole("button", { name: /^Draw up a/ }).click();
    await expect(plan(sol)).toContainText(/steps? and \d+\.\d hours|no plan does it with less work/);
    await expect(step(sol, "Amara Okafor", "Infusion pumps")).toContainText("not started");
  });

  await test.step("he rules one step out, and the plan is drawn up without it", async () => {
    const left = await leaveForLater(sol);
    const other = plan(sol).getByRole("row").filter({ hasText: "not started" }).filter({ hasNotText: /Amara Okafor|Jonas Weidner/ }).first();
    const learner = await other.getByRole("rowheader").getByRole("link").innerText();
    await other.getByRole("button", { name: /^Not this/ }).click();
    await expect(plan(sol).getByRole("listitem").filter({ hasText: "ruled out" })).toContainText(learner.split(" ")[0]);
    // Ticks stay with their steps, wherever those stand in the new plan.
    const ticked = await plan(sol).getByRole("checkbox", { checked: true }).evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    if (hasScripts()) expect(ticked.filter((key) => left.includes(key))).toEqual([]);
    await expect(step(sol, "Amara Okafor", "Infusion pumps").getByRole("checkbox")).toBeChecked();
  });

  await test.step("he starts it alone, and Amara is asked first", async () => {
    await leaveForLater(sol);
    await plan(sol).getByRole("button", { name: "Start the chosen steps" }).click();
    await expect(step(sol, "Amara Okafor", "Infusion pumps")).toContainText("learner asked");
    await open(amara, "/exchanges");
    await waiting(amara, "Infusion pumps").click();
    await expect(amara.getByRole("main")).toContainText("The cover plan suggests that you learn this from");
    const propose = amara.getByRole("region", { name: "Propose a time" });
    await pick(propose.getByRole("radio").nth(1));
    await propose.getByRole("button", { name: "Propose this time" }).click();
    await expect(amara.getByRole("main")).toContainText("Waiting for Rosalind’s answer");
  });

  await test.step("Sol sees it where he is", async () => {
    await lookAgain(sol);
    await expect(step(sol, "Amara Okafor", "Infusion pumps")).toContainText("finding a time");
  });
});

test("what is declined is planned around", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];
  await open(sol, "/continuity/plan");
  await sol.getByRole("button", { name: /^Draw up a/ }).click();
  // Where an earlier plan asked Jonas already, the new one keeps that step.
  const jonasStep = step(sol, "Jonas Weidner", "Backup restore");
  await untilChosen(sol, jonasStep, "Backup restore");
  await expect(jonasStep).toContainText(/not started|learner asked/);
  if ((await jonasStep.innerText()).includes("not started")) {
    await plan(sol).getByRole("button", { name: "Start the chosen steps" }).click();
  }
  await expect(jonasStep).toContainText("learner asked");

  await open(jonas, "/exchanges");
  await waiting(jonas, "Backup restore").click();
  await jonas.getByText("I can’t").click();
  await jonas.getByLabel("Why not?").fill("I am on the release until spring.");
  await jonas.getByRole("button", { name: "Decline" }).click();
  await expect(jonas.getByRole("main")).toContainText("You declined.");

  await lookAgain(sol);
  await expect(plan(sol)).toContainText("One step fell through.");
  await plan(sol).getByRole("button", { name: "Plan around them" }).click();
  await expect(plan(sol)).not.toContainText("fell through");
  await expect(step(sol, "Jonas Weidner", "Backup restore")).toContainText("learner declined");
});

/** The link to a request that waits for whoever reads. */
function waiting(page: Page, skill: string) {
  const lines = page.getByRole("region", { name: "Waiting for you" }).getByRole("listitem");
  return lines.filter({ hasText: skill }).getByRole("link").first();
}

function plan(page: Page) {
  return page.getByRole("region", { name: "The least work that fixes it" });
}

/** Takes the ticks away from all steps that are not Amara's, and says which those are. */
async function leaveForLater(page: Page) {
  const rows = plan(page).getByRole("row").filter({ hasText: "not started" }).filter({ hasNotText: "Amara Okafor" });
  const left: string[] = [];
  for (const box of await rows.getByRole("checkbox").all()) {
    left.push(await box.inputValue());
    if (await box.isChecked()) await box.locator("xpath=ancestor::label").click();
    await expect(box).not.toBeChecked();
  }
  return left;
}

/** Rules out whoever else is to learn `skill`, until the plan has `wanted`: several would do as well. */
async function untilChosen(page: Page, wanted: Locator, skill: string) {
  const others = plan(page).getByRole("button", { name: new RegExp(`^Not this.* learns ${skill}`) });
  await expect(others.first()).toBeVisible();
  for (let tries = 0; tries < 5 && !(await wanted.isVisible()); tries += 1) {
    const before = await others.first().textContent();
    await others.first().click();
    await expect.poll(async () => ((await others.count()) > 0 ? others.first().textContent() : "")).not.toBe(before);
  }
}

/** The row of whoever learns `skill`. */
function step(page: Page, learner: string, skill: string) {
  return plan(page).getByRole("row").filter({ has: page.getByRole("rowheader").filter({ hasText: learner }) }).filter({ hasText: skill });
}
