// Hours: given to a colleague, seen by both, set right by an admin, and proven to everybody.
import type { Page } from "@playwright/test";
import { expect, hasScripts, lookAgain, open, test } from "../support/kith";

test("hours are given, told of, and evened out for everybody to see", async ({ signIn, stranger }) => {
  const [jonas, amara] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  const outside = await stranger();
  await open(outside, "/hours/proof");
  const before = await head(outside).innerText();

  await test.step("Jonas gives Amara three quarters of an hour", async () => {
    await open(jonas, "/hours");
    await give(jonas, "Amara Okafor", "45", "You stayed until I could read the chart.");
    await expect(entry(jonas, "You stayed until I could read the chart.")).toContainText("−45 min");
  });

  await test.step("Amara sees it in her statement", async () => {
    await open(amara, "/hours");
    await expect(entry(amara, "You stayed until I could read the chart.")).toContainText("+45 min");
  });

  await test.step("what is given to oneself is refused with words", async () => {
    await give(jonas, "Jonas Weidner", "30", "For myself.");
    await expect(jonas.getByText("Choose somebody other than yourself.")).toBeVisible();
  });

  await test.step("the proof stands at another head, and sums to zero", async () => {
    await outside.reload();
    await expect(outside.getByText("All balances together are 0 minutes.")).toBeVisible();
    await expect(head(outside)).not.toHaveText(before);
  });
});

test("an admin takes back what was wrong, and both entries stay", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];
  await open(jonas, "/hours");
  await give(jonas, "Everybody (the commons)", "5", "One minute too many, I think.");
  await expect(entry(jonas, "One minute too many, I think.")).toContainText("−5 min");

  await open(sol, "/admin/hours?person=jonas-weidner");
  const wrong = entry(sol, "One minute too many, I think.");
  await wrong.getByText("Take it back").first().click();
  await wrong.getByLabel("Why?").fill("He meant somebody else.");
  await wrong.getByRole("button", { name: "Take it back" }).click();
  await expect(entry(sol, "One minute too many, I think.")).toContainText("taken back");
  await lookAgain(jonas);
  await expect(entry(jonas, "He meant somebody else.")).toContainText("+5 min");
});

async function give(page: Page, to: string, minutes: string, words: string) {
  await page.getByLabel("To whom?").fill(to);
  // Nobody is offered themselves, so their name is sent as it is typed.
  if (hasScripts() && to !== "Jonas Weidner") await page.getByRole("option", { name: to }).first().click();
  await page.getByLabel("Minutes").fill(minutes);
  await page.getByLabel("What for?").fill(words);
  await page.getByRole("button", { name: "Give them" }).click();
}

function entry(page: Page, words: string) {
  return page.getByRole("row").filter({ hasText: words });
}

function head(page: Page) {
  return page.locator(".hours-facts code");
}
