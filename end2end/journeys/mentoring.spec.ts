// Finding a mentor: suggestions with their reasons, wishes in an order, a request; a mentor who answers; and all the way
// from a match to the close of a pair.
import type { Page } from "@playwright/test";
import { come, expect, lookAgain, open, pick, test } from "../support/kith";

// All of it is Jonas’s search, and Sol’s places.
test.describe.configure({ mode: "serial" });

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
  await expect(part(sol, "My pairs")).toContainText("Dag");
});

test("Jonas and Sol are matched, meet, say that it fits, and come to a close", async ({ signIn }) => {
  test.slow();
  const [jonas, sol] = [await signIn("Engineer Jonas"), await signIn("Admin Sol")];
  let room = "";

  await test.step("Sol takes two learners at once", async () => {
    await open(sol, "/mentoring");
    const places = part(sol, "My places as a mentor").getByRole("article").filter({ hasText: "Across Fernhill" });
    await places.getByRole("textbox", { name: "Learners at once" }).fill("2");
    await places.getByRole("button", { name: "Save" }).click();
    await expect(places).toContainText("of 2 places free");
  });

  await test.step("Jonas wants to know the doors, and is told that Sol fits and why", async () => {
    await open(jonas, "/skills/door-and-key-system");
    await jonas.getByRole("button", { name: "I want to learn this" }).click();
    await expect(jonas.getByRole("button", { name: "Stop wanting it" })).toBeVisible();
    await open(jonas, "/mentoring/across-fernhill/match");
    while ((await wishes(jonas).count()) > 0) {
      const before = await wishes(jonas).count();
      await wishes(jonas).first().getByRole("button", { name: "Remove" }).click();
      await expect(wishes(jonas)).toHaveCount(before - 1);
    }
    const card = part(jonas, "Who fits").getByRole("article").filter({ hasText: "Sol Lindqvist" });
    await expect(card).toContainText("Door and key system");
    await expect(card).toContainText("Can teach you");
    await card.getByText("What this is made of").click();
    await expect(card.getByRole("list", { name: "What this is made of" })).toContainText("time overlap");
    await card.getByRole("button", { name: "Add to my wishes" }).click();
    await expect(wishes(jonas)).toHaveCount(1);
  });

  await test.step("he asks, and Sol reads why the two fit and says yes", async () => {
    await jonas.getByLabel("Your request").fill("I would like to know the doors before winter.");
    await jonas.getByRole("button", { name: "Ask Sol" }).click();
    await expect(part(jonas, "You have asked")).toContainText("Sol has until");
    await open(sol, "/mentoring/across-fernhill/requests/jonas-weidner");
    await expect(sol.getByRole("main")).toContainText("I would like to know the doors before winter.");
    await expect(sol.getByRole("complementary", { name: "Why you two" })).toContainText("Door and key system");
    await sol.getByRole("button", { name: "Be Jonas’s mentor" }).click();
    await expect(sol.getByRole("heading", { level: 1 })).toHaveText("You and Jonas");
    room = new URL(sol.url()).pathname;
    await open(jonas, room);
    await expect(jonas.getByRole("heading", { level: 1 })).toHaveText("You and Sol");
  });

  await test.step("they agree a goal each and how they work together", async () => {
    const goals = part(jonas, "Goals");
    await goals.getByRole("button", { name: /^Take it Name the three mistakes/ }).click();
    await expect(goals.getByRole("button", { name: /^Reached/ })).toHaveCount(1);
    await lookAgain(sol);
    await part(sol, "Goals").getByLabel("Another goal").fill("Write down where each key hangs");
    await part(sol, "Goals").getByLabel("Whose").selectOption({ label: "Sol Lindqvist" });
    await part(sol, "Goals").getByRole("button", { name: "Add the goal" }).click();
    await expect(part(sol, "Goals")).toContainText("Write down where each key hangs");
    await part(sol, "How we work together").getByRole("button", { name: "Keep these words" }).click();
    await expect(part(sol, "How we work together")).toContainText("Jonas Weidner: not yet");
    await lookAgain(jonas);
    await part(jonas, "How we work together").getByRole("button", { name: "I agree" }).click();
    await expect(part(jonas, "How we work together")).not.toContainText("not yet");
  });

  const close = await test.step("Sol books an hour that begins in a moment", async () => {
    await lookAgain(sol);
    await sol.getByRole("link", { name: "Book next session" }).click();
    await come(sol);
    await expect(sol.getByLabel("What is it called?")).toHaveValue("Sol and Jonas: Door and key system");
    const start = soon();
    await sol.getByLabel("Day", { exact: true }).fill(start.day);
    await sol.getByLabel("Starts").fill(start.time);
    await sol.getByLabel("Where?").fill(`By the key cupboard ${Date.now()}`);
    await sol.getByRole("button", { name: "Plan it" }).click();
    await expect(sol.getByRole("heading", { level: 1 })).toHaveText("Sol and Jonas: Door and key system");
    await open(jonas, room);
    await expect(standing(jonas)).toHaveText(/^You meet /);
    await open(jonas, new URL(sol.url()).pathname);
    await jonas.getByRole("button", { name: /^(I come|Save my seat)/ }).click();
    await expect(jonas.getByRole("button", { name: /^(I come|Save my seat)/ })).toBeHidden();
    return `${new URL(sol.url()).pathname.split("/").slice(0, 3).join("/")}/${start.day}/close`;
  });

  await test.step("they meet: Sol closes it out, and Jonas says that it was so", async () => {
    const ready = part(sol, "Is this right?");
    await expect(async () => {
      await open(sol, close);
      await expect(ready).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 150_000, intervals: [2_000] });
    await expect(ready.getByRole("checkbox", { name: /^Jonas Weidner/ })).toBeChecked();
    await ready.getByRole("button", { name: "So it was" }).click();
    await expect(sol.getByRole("main")).toContainText("confirms it");
    await open(jonas, close);
    await jonas.getByRole("button", { name: "So it was" }).click();
    await expect(jonas.getByRole("main")).toContainText("It counts: Jonas says that it was so.");
  });

  await test.step("each says whether it fits, and nobody reads the other’s answer", async () => {
    for (const page of [jonas, sol]) {
      await open(page, room);
      await pick(part(page, "Does it fit?").getByRole("radio", { name: "Yes, we go on" }));
      await part(page, "Does it fit?").getByRole("button", { name: "Send my answer" }).click();
      await expect(part(page, "Does it fit?")).toBeHidden();
    }
    await expect(part(sol, "Meetings")).toContainText("met");
  });

  await test.step("they come to a close, with a word for each other", async () => {
    await lookAgain(jonas);
    const out = part(jonas, "A break, or a close");
    await out.getByText("Come to a close", { exact: true }).first().click();
    await pick(out.getByRole("radio", { name: "Very much" }));
    await out.getByLabel("To Sol").fill("I know the doors now.");
    await out.getByRole("button", { name: "Come to a close" }).click();
    await expect(standing(jonas)).toHaveText(/^You came to a close/);
    await open(sol, room);
    await expect(part(sol, "What you said to each other")).toContainText("I know the doors now.");
    await pick(part(sol, "How was it?").getByRole("radio", { name: "Very much" }));
    await part(sol, "How was it?").getByRole("button", { name: "Say how it was" }).click();
    await expect(standing(sol)).toHaveText(/^You came to a close/);
    await open(sol, "/pairs");
    await expect(part(sol, "Before")).toContainText("Jonas");
  });
});

/** Where a pair stands, as one of its people reads it. */
function standing(page: Page) {
  return page.getByRole("main").getByRole("heading", { level: 2 }).first();
}

/** One to two minutes from now, on Sol’s clock. */
function soon() {
  const at = new Date(Math.ceil((Date.now() + 60_000) / 60_000) * 60_000);
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });
  const [day, time] = shown.format(at).split(" ");
  return { day, time };
}

function wishes(page: Page) {
  return part(page, "Your wishes").getByRole("listitem").filter({ has: page.getByRole("button", { name: "Remove" }) });
}

function part(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}
