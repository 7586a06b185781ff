// Hours: given to a colleague, seen by both, set right by an admin, and proven to everybody.
import type { Page } from "@playwright/test";
import { choose, expect, lookAgain, open, test } from "../support/kith";

test("hours are given, told of, and evened out for everybody to see", async ({ signIn, stranger }) => {
  const [jonas, amara] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  const outside = await stranger();
  await open(outside, "/hours/proof");
  const before = await head(outside).innerText();

  await test.step("Jonas gives Amara three quarters of an hour", async () => {
    await open(jonas, "/hours");
    await choose(jonas, "To whom?", "Amara Okafor");
    await jonas.getByLabel("Minutes").fill("45");
    await jonas.getByLabel("What for?").fill("You stayed until I could read the chart.");
    await jonas.getByRole("button", { name: "Give them" }).click();
    await expect(entry(jonas, "You stayed until I could read the chart.")).toContainText("−45 min");
  });

  await test.step("Amara sees it in her statement", async () => {
    await open(amara, "/hours");
    await expect(entry(amara, "You stayed until I could read the chart.")).toContainText("+45 min");
  });

  await test.step("more than anybody may give is refused with words", async () => {
    await choose(jonas, "To whom?", "Amara Okafor");
    await jonas.getByLabel("Minutes").fill("601");
    await jonas.locator("form").filter({ hasText: "To whom?" }).evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await jonas.getByRole("button", { name: "Give them" }).click();
    await expect(jonas.getByText("Write how many minutes, from 1 to 600.")).toBeVisible();
  });

  await test.step("the proof stands at another head, and sums to zero", async () => {
    await lookAgain(outside);
    await expect(outside.getByText("All balances together are 0 minutes.")).toBeVisible();
    expect(await head(outside).innerText()).not.toBe(before);
  });
});

test("an admin takes back what was wrong, and both entries stay", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];
  await open(jonas, "/hours");
  await choose(jonas, "To whom?", "Everybody (the commons)");
  await jonas.getByLabel("Minutes").fill("5");
  await jonas.getByLabel("What for?").fill("One minute too many, I think.");
  await jonas.getByRole("button", { name: "Give them" }).click();
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

function entry(page: Page, words: string) {
  return page.getByRole("row").filter({ hasText: words });
}

function head(page: Page) {
  return page.locator(".hours-facts code");
}
