// Two people: one asks, the other answers, and both see it where they are.
import type { Page } from "@playwright/test";
import { come, expect, hasScripts, lookAgain, open, pick, test } from "../support/kith";

test("a request is told at once, goes back and forth, and is agreed on two clocks", async ({ signIn }) => {
  const [jonas, amara] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  const news = await newOnBell(amara);

  await test.step("Jonas moves his clock to Lisbon and asks Amara", async () => {
    await open(jonas, "/people/jonas-weidner/edit");
    await jonas.getByLabel("Time zone").fill("Europe/Lisbon");
    await jonas.getByRole("button", { name: "Save" }).click();
    await expect(jonas).toHaveURL("/people/jonas-weidner");
    await open(jonas, "/people/amara-okafor");
    await jonas.getByRole("link", { name: "Ask Amara about…" }).click();
    await jonas.getByRole("link", { name: /^Palliative talks/ }).click();
    await expect(jonas).toHaveURL("/people/amara-okafor/ask?skill=palliative-talks");
    await expect(jonas.getByRole("complementary", { name: "Why you two" })).toContainText("Palliative talks");
    await jonas.getByLabel("Your message").fill("What do you say first?");
    const slots = jonas.getByRole("group", { name: /^When\?/ });
    await expect(slots.getByRole("radio", { name: /\d\d:\d\d.*\d\d:\d\d for Amara/ }).first()).toBeChecked();
    await pick(slots.getByRole("radio").nth(1));
    await jonas.getByRole("button", { name: "Send to Amara" }).click();
    await expect(jonas.getByRole("heading", { level: 1 })).toHaveText("Learn Palliative talks from Amara");
    await expect(jonas.getByRole("main")).toContainText(/\d\d:\d\d your time · (\w+ )?\d\d:\d\d for Amara/);
  });

  await test.step("Amara sees it where she is", async () => {
    await lookAgain(amara);
    await expect(bell(amara)).toHaveAccessibleName(`Notifications, ${news + 1} new`);
    await expect(amara.getByRole("region", { name: /^Confirm .+ with Jonas$/ })).toContainText("Palliative talks");
    await bell(amara).click();
    await expect(amara).toHaveURL("/notifications");
    await expect(amara.getByRole("listitem").filter({ hasText: "What do you say first?" })).toContainText("new");
    await amara.getByRole("link", { name: /^Jonas.*Palliative talks/ }).first().click();
    await expect(amara.getByRole("heading", { level: 1 })).toHaveText("Teach Jonas Palliative talks");
    await expect(amara.getByRole("main")).toContainText(/\d\d:\d\d your time · (\w+ )?\d\d:\d\d for Jonas/);
  });

  await test.step("she proposes another time, and he says yes to it", async () => {
    const propose = amara.getByRole("region", { name: "Propose another time" });
    await pick(propose.getByRole("radio", { name: /for Jonas/ }).nth(2));
    await propose.getByRole("button", { name: "Propose this time" }).click();
    await expect(standing(amara)).toHaveText(/^Waiting for Jonas’s answer/);
    await lookAgain(jonas);
    await expect(standing(jonas)).toHaveText(/^Amara is waiting for your answer/);
    await jonas.getByRole("button", { name: /^Say yes to .+ \d\d:\d\d$/ }).click();
    await expect(standing(jonas)).toHaveText("You have both said yes.");
    await lookAgain(amara);
    await expect(standing(amara)).toHaveText("You have both said yes.");
    const happened = amara.getByRole("region", { name: "What happened" }).getByRole("listitem");
    await expect(happened).toHaveText([/^Jonas said yes to /, /^You proposed /, /^Jonas asked/]);
  });

  await test.step("it is an hour of theirs now: she says where, he reads it, and calls it off with a reason", async () => {
    await amara.getByRole("link", { name: "Open the meeting" }).click();
    await expect(amara.getByRole("heading", { level: 1 })).toHaveText("Palliative talks: Amara and Jonas");
    await come(amara);
    await amara.getByText("Move this date, or meet elsewhere").click();
    await amara.getByLabel("Room").fill("The quiet room");
    await amara.getByRole("button", { name: "Change this date" }).click();
    await expect(amara.getByRole("main")).toContainText("The quiet room");
    await jonas.getByRole("link", { name: "Open the meeting" }).click();
    await expect(jonas.getByRole("heading", { level: 1 })).toHaveText("Palliative talks: Amara and Jonas");
    await expect(jonas.getByRole("main")).toContainText("The quiet room");
    await jonas.getByRole("link", { name: "How you agreed on it" }).click();
    await jonas.getByText("I can’t").click();
    await jonas.getByLabel("Why not?").fill("My train is cancelled.");
    await jonas.getByRole("button", { name: "Decline" }).click();
    await expect(standing(jonas)).toHaveText("You declined.");
    await lookAgain(amara);
    await expect(amara.getByRole("main")).toContainText("My train is cancelled.");
  });
});

test("whoever is turned down is told why", async ({ signIn }) => {
  const [amara, jonas] = [await signIn("Nurse Amara"), await signIn("Engineer Jonas")];
  await open(amara, "/people/jonas-weidner/ask?skill=spreadsheet-models");
  await amara.getByRole("button", { name: "Send to Jonas" }).click();
  await expect(standing(amara)).toHaveText(/^Waiting for Jonas’s answer/);

  await open(jonas, "/exchanges");
  await row(jonas, "Waiting for you", "Spreadsheet models").getByRole("link", { name: "Amara Okafor" }).click();
  await expect(jonas.getByRole("heading", { level: 1 })).toHaveText("Teach Amara Spreadsheet models");
  await jonas.getByText("I can’t").click();
  await jonas.getByLabel("Why not?").fill("I am on the release until Friday.");
  await jonas.getByRole("button", { name: "Decline" }).click();
  await expect(standing(jonas)).toHaveText("You declined.");

  await lookAgain(amara);
  await expect(standing(amara)).toHaveText("Jonas declined.");
  await expect(amara.getByRole("main")).toContainText("I am on the release until Friday.");
  await expect(amara.getByRole("link", { name: "Ask again" })).toBeVisible();
  await bell(amara).click();
  const told = amara.getByRole("listitem").filter({ hasText: "I am on the release until Friday." });
  await expect(told).toContainText("Jonas");
});

test("after the meeting both say so, and it counts for both", async ({ signIn, stranger }) => {
  const priya = await signIn("Manager Priya");
  await test.step("home asks Priya, who has just met Wen", async () => {
    const next = priya.getByRole("region", { name: "Did you meet Wen? Say thank you" });
    await next.getByRole("link", { name: "Say how it went" }).click();
    await priya.getByLabel("Thank Wen").fill("The one picture is on the board’s wall.");
    await priya.getByRole("button", { name: "We met. Thank Wen" }).click();
    await expect(standing(priya)).toHaveText("Waiting for Wen to say whether you met.");
  });
  // The link that lets Wen in is shown once, to a page with JavaScript.
  if (!hasScripts()) return;

  await test.step("Wen says so too, with a link from the admin", async () => {
    const sol = await signIn("Admin Sol");
    await open(sol, "/admin/members");
    await sol.getByRole("button", { name: "New link for Wen Li" }).click();
    const link = (await sol.getByText(/\/join\//).innerText()).trim();
    const wen = await stranger();
    await open(wen, new URL(link).pathname);
    await wen.getByLabel("Choose a password").fill("one sentence first");
    await wen.getByRole("button", { name: "Set password and sign in" }).click();
    await expect(wen).not.toHaveURL(/join/);
    await come(wen);
    await open(wen, "/exchanges");
    await row(wen, "Waiting for you", "Data stories").getByRole("link", { name: "Priya Raman" }).click();
    await expect(standing(wen)).toHaveText("Priya says that you met. Did you?");
    await wen.getByRole("button", { name: "We met" }).click();
    await expect(standing(wen)).toHaveText("You met, and it counts for both of you.");
  });

  await test.step("Priya sees that it counts, and everybody the thanks", async () => {
    await expect(standing(priya)).toHaveText("You met, and it counts for both of you.");
    await open(priya, "/thanks");
    const thanks = priya.getByRole("article").filter({ hasText: "The one picture is on the board’s wall." });
    await expect(thanks).toContainText(/Priya Raman\s*thanked\s*Wen Li/);
  });
});

function bell(page: Page) {
  return page.getByRole("banner").getByRole("link", { name: /^Notifications/ });
}

/** How many notifications the bell calls new. */
async function newOnBell(page: Page) {
  const label = await bell(page).getAttribute("aria-label");
  return Number(label?.match(/\d+/)?.[0] ?? 0);
}

/** The sentence that says where a request stands. */
function standing(page: Page) {
  return page.getByRole("main").getByRole("heading", { level: 2 }).first();
}

function row(page: Page, group: string, skill: string) {
  return page.getByRole("region", { name: group }).getByRole("listitem").filter({ hasText: skill });
}
