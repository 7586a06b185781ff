// Absence drills: one stands back, the other does it from the notes, and both say how it went. And when somebody is
// away, or wants to learn less: what plans have to know.
import type { Page } from "@playwright/test";
import { come, expect, lookAgain, open, pick, test } from "../support/kith";

/** The places where a day comes last and first; between them lies more than a day. */
const [LAST, FIRST, HOME] = ["Pacific/Pago_Pago", "Pacific/Kiritimati", "Europe/Berlin"];

const LACKED = "Which door the keys of the lockers hang behind";

test("a drill is agreed, told of by both, and moves the cover of the skill", async ({ signIn }) => {
  const [amara, sol] = [await signIn("Nurse Amara"), await signIn("Admin Sol")];
  const priya = await signIn("Manager Priya");
  await open(priya, "/continuity");
  await expect(atRisk(priya)).toContainText("1 of 2");
  await test.step("Amara’s own word alone does not count as cover", async () => {
    await open(amara, "/me/skills?skill=door-and-key-system");
    const add = amara.getByRole("region", { name: "Add a skill" });
    await pick(add.getByRole("radio", { name: "can teach" }));
    await add.getByRole("button", { name: "Save" }).click();
    await expect(amara.getByRole("region", { name: "What you said so far" })).toContainText("Door and key system");
    await open(amara, "/people/amara-okafor/skills/door-and-key-system");
    await expect(amara.getByRole("main")).toContainText("This does not count as cover yet");
    await lookAgain(priya);
    await expect(atRisk(priya)).toContainText("1 of 2");
  });

  await test.step("she proposes that Sol stands back tomorrow", async () => {
    await moveTo(amara, LAST!);
    await plan(amara, "door-and-key-system", "sol-lindqvist");
    await expect(title(amara)).toHaveText("Door and key system without Sol");
    await expect(standing(amara)).toHaveText(/^Waiting for Sol to answer/);
  });

  await test.step("he says yes", async () => {
    await open(sol, "/drills");
    await line(sol, "Waiting for your answer", "Door and key system").getByRole("link", { name: "Amara Okafor" }).click();
    await expect(title(sol)).toHaveText("Door and key system without you");
    await expect(sol.getByRole("complementary", { name: "The task" })).toContainText("The first morning");
    await sol.getByRole("button", { name: /^Say yes to / }).click();
    await expect(standing(sol)).toHaveText(/^You stand back on .+, and Amara does it from the notes\.$/);
  });

  await test.step("nobody says how it went before the day has come", async () => {
    await lookAgain(amara);
    await expect(standing(amara)).toHaveText(/^You do it on .+, from the notes, and Sol stands back\.$/);
    await expect(amara.getByRole("group", { name: "How did it go?" })).toHaveCount(0);
  });

  await test.step("where the day has come, she says how it went, and what the notes lacked", async () => {
    const drill = new URL(amara.url()).pathname;
    await moveTo(amara, FIRST!);
    await open(amara, "/drills");
    await expect(amara.getByRole("listitem").filter({ hasText: "Door and key system" })).toContainText("Sol Lindqvist");
    await open(amara, drill);
    const told = amara.getByRole("group", { name: "How did it go?" });
    await pick(told.getByRole("radio", { name: "Did it alone from the notes" }));
    await amara.getByLabel("What did the notes lack?").fill(LACKED);
    await amara.getByRole("button", { name: "Say how it went" }).click();
    await expect(standing(amara)).toHaveText("Waiting for Sol to say how it went.");
    await expect(reports(amara)).toHaveText([/^You\s*Did it alone from the notes/]);
  });

  await test.step("he cannot read it before he has told too", async () => {
    await lookAgain(sol);
    await expect(sol.getByRole("region", { name: "What happened" })).toContainText("Amara said how it went");
    await expect(reports(sol)).toHaveCount(0);
    await expect(sol.getByRole("main")).not.toContainText(LACKED);
    const found = sol.getByRole("group", { name: "How did you find it?" });
    await pick(found.getByRole("radio", { name: "It is right", exact: true }));
    await sol.getByRole("button", { name: "Say how it went" }).click();
    await expect(standing(sol)).toHaveText("Amara did it alone from the notes, and you found it right.");
    await expect(reports(sol)).toHaveText([/^Amara Okafor\s*Did it alone/, /^You\s*It is right/]);
    await expect(sol.getByRole("region", { name: "What the notes lacked" })).toContainText(LACKED);
  });

  await test.step("she reads it too", async () => {
    await lookAgain(amara);
    await expect(standing(amara)).toHaveText("You did it alone from the notes, and Sol found it right.");
  });

  await test.step("it speaks for her level, and with Sol’s word she counts", async () => {
    await open(amara, "/people/amara-okafor/skills/door-and-key-system");
    await expect(amara.getByRole("row", { name: /^Stood in for somebody/ })).toContainText("passed at “can teach”");
    await expect(amara.getByRole("main")).toContainText("This does not count as cover yet");
    await open(sol, "/people/amara-okafor");
    const lane = sol.getByRole("group").filter({ hasText: /^Why “.+” in Door and key system\?/ });
    await lane.getByText(/^Why “.+\?$/).click();
    await pick(lane.getByRole("radio", { name: "can teach" }));
    await lane.getByRole("button", { name: "Say so" }).click();
    await lookAgain(amara);
    await expect(amara.getByRole("main")).toContainText("This counts as cover");
  });

  await test.step("Priya, who has had the board open all along, sees that the skill hangs on one head no more", async () => {
    await lookAgain(priya);
    await expect(priya.getByRole("region", { name: "What breaks first" })).toBeVisible();
    await expect(atRisk(priya)).toHaveCount(0);
  });

  await test.step("what the notes lacked stands at the skill, without a name", async () => {
    await open(amara, "/skills/door-and-key-system");
    await amara.getByText("One gap found in the notes by drills.").click();
    await expect(amara.getByRole("listitem").filter({ hasText: LACKED })).toHaveText(LACKED);
  });
  await moveTo(amara, HOME!);
});

test("whoever is to stand back can say no with a reason", async ({ signIn }) => {
  const [jonas, amara] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  await plan(jonas, "clinical-handover", "amara-okafor");
  await expect(standing(jonas)).toHaveText(/^Waiting for Amara to answer/);
  await open(amara, "/drills");
  await line(amara, "Waiting for your answer", "Clinical handover").getByRole("link", { name: "Jonas Weidner" }).click();
  await amara.getByText("I can’t").click();
  await amara.getByLabel("Why not?").fill("Come along once before you do it alone.");
  await amara.getByRole("button", { name: "Decline" }).click();
  await expect(standing(amara)).toHaveText("You declined.");
  await lookAgain(jonas);
  await expect(standing(jonas)).toHaveText("Amara declined.");
  const happened = jonas.getByRole("region", { name: "What happened" });
  await expect(happened).toContainText("Come along once before you do it alone.");
  await expect(jonas.getByRole("button", { name: "Take the proposal back" })).toHaveCount(0);
});

test("days away are told to colleagues, and drills leave them out", async ({ signIn }) => {
  const [priya, jonas] = [await signIn("Manager Priya"), await signIn("Engineer Jonas")];
  const [from, until] = [dayIn(5), dayIn(33)];
  await open(priya, "/people/priya-raman/edit");
  const away = priya.getByRole("region", { name: "Away", exact: true });

  await test.step("what ends before it begins is refused beside its field", async () => {
    await away.getByLabel("From").fill(until);
    await away.getByLabel("Until").fill(from);
    await away.getByRole("button", { name: "Add" }).click();
    await expect(away.getByText("The last day comes before the first.")).toBeVisible();
    await expect(away.getByRole("listitem")).toHaveCount(0);
  });

  await test.step("then it is noted", async () => {
    await away.getByLabel("From").fill(from);
    await away.getByLabel("Until").fill(until);
    await away.getByRole("button", { name: "Add" }).click();
    await expect(away.getByRole("listitem")).toHaveText([/^\w+ \d+ \w+ to \w+ \d+ \w+\s*Remove/]);
  });

  await test.step("colleagues see it, and a drill is planned for after", async () => {
    const words = (await away.getByRole("listitem").innerText()).match(/\w+ \d+ \w+ to \w+ \d+ \w+/)![0];
    await open(jonas, "/people/priya-raman");
    await expect(jonas.getByRole("listitem").filter({ hasText: `Away ${words}` })).toBeVisible();
    await open(priya, "/drills/new?skill=rota-planning&holder=priya-raman");
    const on = await priya.getByLabel("On", { exact: true }).inputValue();
    expect(on > until, `${on} comes after ${until}`).toBe(true);
  });

  await test.step("and taken out again", async () => {
    await open(priya, "/people/priya-raman/edit");
    await away.getByRole("button", { name: /^Remove/ }).click();
    await expect(away.getByRole("listitem")).toHaveCount(0);
    await open(priya, "/drills/new?skill=rota-planning&holder=priya-raman");
    expect((await priya.getByLabel("On", { exact: true }).inputValue()) < until).toBe(true);
  });
});

test("how many hours somebody wants to learn stays as they say it", async ({ signIn }) => {
  const priya = await signIn("Manager Priya");
  await open(priya, "/people/priya-raman/edit");
  const hours = priya.getByLabel("Hours of learning a month");
  const before = await hours.inputValue();
  await hours.fill("many");
  await priya.getByRole("button", { name: "Save" }).click();
  await expect(priya.getByText("Write a number of hours a month from 0 to 100, such as 2 or 1.5.")).toBeVisible();
  await hours.fill("2.5");
  await priya.getByRole("button", { name: "Save" }).click();
  await expect(priya).toHaveURL("/people/priya-raman");
  await open(priya, "/people/priya-raman/edit");
  await expect(hours).toHaveValue("2.5");
  await hours.fill(before);
  await priya.getByRole("button", { name: "Save" }).click();
  await expect(priya).toHaveURL("/people/priya-raman");
});

/** Proposes that `holder` stands back on the first day that can be chosen. */
async function plan(page: Page, skill: string, holder: string) {
  await open(page, `/drills/new?skill=${skill}`);
  await page.getByLabel("Who stands back?").selectOption(holder);
  await page.getByLabel("What is to be done?").fill("The first morning of somebody who is new here.");
  await page.getByLabel("Where are the notes?").fill("The blue folder at the front desk.");
  const on = page.getByLabel("On", { exact: true });
  await on.fill((await on.getAttribute("min"))!);
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(page).toHaveURL(/\/drills\/[0-9a-f]+$/);
  await come(page);
}

/** Moves Amara's clock. */
async function moveTo(page: Page, zone: string) {
  await open(page, "/people/amara-okafor/edit");
  await page.getByLabel("Time zone").fill(zone);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL("/people/amara-okafor");
}

/** The skill among those below their target. */
function atRisk(page: Page) {
  return page.getByRole("region", { name: "What breaks first" }).getByRole("row", { name: /Door and key system/ });
}

function title(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

/** The sentence that says where a drill stands. */
function standing(page: Page) {
  return page.getByRole("main").getByRole("heading", { level: 2 }).first();
}

function reports(page: Page) {
  return page.getByRole("region", { name: "How it went" }).getByRole("listitem");
}

function line(page: Page, group: string, skill: string) {
  return page.getByRole("region", { name: group }).getByRole("listitem").filter({ hasText: skill });
}

/** The date so many days from now, as a date field holds it. */
function dayIn(days: number) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
