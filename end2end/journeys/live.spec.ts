// Pages that change while somebody looks, and while nobody can be reached.
import type { Page } from "@playwright/test";
import { expect, open, pick, test } from "../support/kith";

/** What a page marks on itself, to tell whether it was loaded anew. */
const STAYED = "data-stayed";

test("what a colleague changes shows in place and leaves half a sentence alone", async ({ signIn }) => {
  const [jonas, amara] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  for (const page of [jonas, amara]) {
    await open(page, "/exchanges");
    const line = page.getByRole("listitem").filter({ hasText: "Clinical handover" });
    await line.getByRole("link", { name: page === jonas ? "Amara Okafor" : "Jonas Weidner" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Clinical handover" })).toBeVisible();
  }
  await markStayed(amara);
  await amara.getByText("I can’t").click();
  const reason = amara.getByLabel("Why not?");
  await reason.pressSequentially("I would love to, but");

  const propose = jonas.getByRole("region", { name: "Propose another time" });
  await pick(propose.getByRole("radio").nth(2));
  await propose.getByRole("button", { name: "Propose this time" }).click();
  await expect(jonas.getByRole("heading", { name: /^Waiting for Amara’s answer/ })).toBeVisible();

  const happened = amara.getByRole("region", { name: "What happened" }).getByRole("listitem");
  await expect(happened.first()).toContainText("Jonas proposed", { timeout: 2_000 });
  await expect(reason).toBeFocused();
  await amara.keyboard.type(" the release");
  await expect(reason).toHaveValue("I would love to, but the release");
  await expectStayed(amara);
});

test("a list takes up what changes, without loading anew", async ({ signIn }) => {
  const [priya, jonas] = [await signIn("Manager Priya"), await signIn("Engineer Jonas")];
  await open(priya, "/people/jonas-weidner");
  await markStayed(priya);
  await open(jonas, "/people/jonas-weidner/edit");
  await jonas.getByLabel("Job").fill("Handover engineer");
  await jonas.getByRole("button", { name: "Save" }).click();
  await expect(jonas.getByText("Handover engineer").first()).toBeVisible();
  await expect(priya.getByText("Handover engineer").first()).toBeVisible({ timeout: 2_000 });
  await expectStayed(priya);
});

test("without a connection the page says so and keeps what is typed; with one it catches up", async ({ signIn }) => {
  const [priya, sol] = [await signIn("Manager Priya"), await signIn("Admin Sol")];
  await open(priya, "/people/sol-lindqvist/ask?skill=door-and-key-system");
  const message = priya.getByLabel("Your message");
  await message.fill("Would you show me the keys?");
  const offline = priya.getByRole("banner").getByText("Offline");
  await expect(offline).toBeHidden();

  await priya.context().setOffline(true);
  await expect(offline).toBeVisible();
  await message.press("End");
  await message.pressSequentially(" Some night.");
  await thank(sol, "Priya Raman");

  await priya.context().setOffline(false);
  await expect(offline).toBeHidden();
  await expect(priya.getByRole("banner").getByRole("link", { name: /^Notifications, \d+ new/ })).toBeVisible();
  await expect(message).toHaveValue("Would you show me the keys? Some night.");
});

async function markStayed(page: Page) {
  await page.evaluate((name) => document.documentElement.setAttribute(name, ""), STAYED);
}

async function expectStayed(page: Page) {
  await expect(page.locator("html")).toHaveAttribute(STAYED, "");
}

async function thank(page: Page, name: string) {
  await open(page, "/thanks?to=priya-raman&skill=rota-planning");
  await page.getByLabel("What was it good for?").fill("The rota held.");
  await page.getByRole("button", { name: "Say thank you" }).click();
  await expect(page.getByRole("article").filter({ hasText: "The rota held." })).toContainText(name);
}
