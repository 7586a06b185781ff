// Skill swaps: a ring of three waits for one yes, and the others see it close; the board, and a course nobody teaches yet.
import type { Page } from "@playwright/test";
import { expect, lookAgain, open, test } from "../support/kith";

const RING = "/swaps/handover-for-sheets";

test("with the last yes a ring counts, and the others see it close", async ({ signIn }) => {
  const [amara, jonas] = [await signIn("Nurse Amara"), await signIn("Engineer Jonas")];
  await open(amara, RING);
  await expect(title(amara)).toHaveText("One yes to go");
  await expect(ring(amara)).toHaveAccessibleName(/^Swap ring\. You teach Kwabena Palliative talks;/);

  await test.step("he sees what he would give and get, in the picture and as a list", async () => {
    await open(jonas, "/swaps");
    await jonas.getByRole("link", { name: "Amara, Kwabena and you" }).click();
    await expect(title(jonas)).toHaveText("One yes to go");
    await expect(ring(jonas)).toHaveAccessibleName(/Amara and Kwabena have said yes, you have not answered\.$/);
    const parts = jonas.getByRole("region", { name: "Who gives what" }).getByRole("listitem");
    await expect(parts).toHaveCount(3);
    await expect(parts.last()).toContainText("You teach Amara");
    await expect(jonas.getByRole("region", { name: "What you said to each other" })).toContainText("Mondays are best");
  });

  await test.step("he says yes with a word to the others", async () => {
    await jonas.getByLabel("A word to the others").fill("I bring the sheet.");
    await jonas.getByRole("button", { name: "Confirm my part" }).click();
    await expect(title(jonas)).toHaveText("All have said yes");
  });

  await test.step("she sees it, and a request for each of her lessons", async () => {
    await lookAgain(amara);
    await expect(title(amara)).toHaveText("All have said yes");
    await expect(amara.getByRole("region", { name: "Who gives what" }).getByRole("link", { name: "Arrange it" })).toHaveCount(2);
    await open(amara, "/exchanges");
    await expect(amara.getByRole("main")).toContainText("Palliative talks");
  });
});

test("on the board a course without a teacher is joined", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, "/swaps");
  const course = sol.getByRole("region", { name: "Courses without a teacher" }).getByRole("listitem");
  const generator = course.filter({ hasText: "What to do in the first ten minutes" });
  await generator.getByRole("button", { name: "I would come" }).click();
  await expect(generator).toContainText("would come.");
  await expect(generator.getByRole("button", { name: "I would not come" })).toBeVisible();
});

function title(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

function ring(page: Page) {
  return page.getByRole("main").getByRole("img", { name: /^Swap ring/ });
}
