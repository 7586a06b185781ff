// Finding a mentor: suggestions with their reasons, wishes in an order, a request; and a mentor who answers.
import type { Page } from "@playwright/test";
import { come, expect, open, test } from "../support/kith";

test("Jonas ranks mentors and asks the first", async ({ signIn }) => {
  const jonas = await signIn("Engineer Jonas");

  await test.step("he is told who fits and why", async () => {
    await open(jonas, "/mentoring");
    await part(jonas, "Find a mentor").getByRole("link", { name: "Find a mentor" }).click();
    await come(jonas);
    await expect(jonas.getByRole("heading", { level: 1 })).toHaveText("Find a mentor");
    await expect(part(jonas, "Who fits").getByRole("article").first()).toContainText("Can teach you");
  });

  await test.step("he wishes for two, and puts the second first", async () => {
    await part(jonas, "Who fits").getByRole("button", { name: "Add to my wishes" }).first().click();
    await expect(wishes(jonas)).toHaveCount(1);
    await part(jonas, "Who fits too").getByRole("button", { name: "Add to my wishes" }).first().click();
    await expect(wishes(jonas)).toHaveCount(2);
    const second = await wishes(jonas).nth(1).getByRole("link").first().innerText();
    await wishes(jonas).nth(1).getByRole("button", { name: "Move up" }).click();
    await expect(wishes(jonas).first().getByRole("link").first()).toHaveText(second);
  });

  await test.step("he asks, sees until when, and takes it back", async () => {
    await jonas.getByLabel("Your request").fill("Could you show me how you begin?");
    await jonas.getByRole("button", { name: /^Ask / }).click();
    const asked = part(jonas, "You have asked");
    await expect(asked).toContainText("After that it goes on to your next wish");
    await expect(asked).toContainText("Could you show me how you begin?");
    await asked.getByRole("button", { name: "Take the request back" }).click();
    await expect(asked).toBeHidden();
  });
});

test("Sol becomes Dag’s mentor in one tap", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, "/mentoring");
  await part(sol, "Waiting for your answer").getByRole("link", { name: "Answer" }).click();
  await come(sol);
  await expect(sol.getByRole("heading", { level: 1 })).toHaveText("Dag asks you to be their mentor");
  await open(sol, "/");
  await sol.getByRole("button", { name: "Be Dag’s mentor" }).click();
  await expect(sol.getByRole("button", { name: "Be Dag’s mentor" })).toBeHidden();
  await open(sol, "/mentoring");
  await expect(part(sol, "My pairs")).toContainText("Dag Ek");
});

function wishes(page: Page) {
  return part(page, "Your wishes").getByRole("listitem").filter({ has: page.getByRole("button", { name: "Remove" }) });
}

function part(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}
