// A colleague's word: asked for, given or not, and the question on Home that asks for one.
import type { Page } from "@playwright/test";
import { expect, hasScripts, lookAgain, open, test } from "../support/kith";

test("a colleague is asked to confirm a skill, and does it in one press", async ({ signIn }) => {
  const [amara, priya] = [await signIn("Nurse Amara"), await signIn("Manager Priya")];
  const before = await pieces(amara, "amara-okafor", "giving-feedback");

  await test.step("Amara asks, from her own skills", async () => {
    await open(amara, "/me/skills");
    await amara.getByRole("link", { name: "Ask to confirm Giving feedback" }).click();
    await expect(amara).toHaveURL("/new/confirmation?skill=giving-feedback");
    await expect(amara.getByLabel("Which skill?")).toHaveValue("Giving feedback");
    await name(amara, "Priya Raman");
    await expect(amara.getByRole("radio", { name: /^alone/ })).toBeChecked();
    await amara.getByLabel("What did you do?").fill("On Monday I told Chidi about the sheet, and he changed it.");
    await amara.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(title(amara)).toHaveText("Priya confirms you in Giving feedback");
    await expect(standing(amara)).toHaveText(/^Waiting for Priya’s word, until /);
  });

  await test.step("Priya reads what she did, and says yes", async () => {
    await open(priya, "/confirmations");
    await line(priya, "Waiting for your word", "Giving feedback").getByRole("link", { name: "Amara Okafor" }).click();
    await expect(title(priya)).toHaveText("Confirm Amara in Giving feedback");
    await expect(priya.getByRole("main")).toContainText("On Monday I told Chidi about the sheet, and he changed it.");
    await expect(priya.getByRole("main")).toContainText("as their manager’s estimate.");
    await priya.getByRole("button", { name: "Yes, “alone”" }).click();
    await expect(standing(priya)).toHaveText("You see Amara at “alone”.");
    await expect(priya.getByRole("button", { name: /^Yes, / })).toHaveCount(0);
  });

  await test.step("Amara hears it, and it counts", async () => {
    await lookAgain(amara);
    await expect(standing(amara)).toHaveText("Priya sees you at “alone”.");
    await open(amara, "/notifications");
    await expect(amara.getByRole("link", { name: /^Priya sees you at “alone” in Giving feedback/ })).toBeVisible();
    expect(await pieces(amara, "amara-okafor", "giving-feedback")).toBe(before + 1);
    await expect(amara.getByRole("row", { name: /^Manager’s estimate, by Priya Raman/ }).last()).toContainText("alone");
  });
});

test("a colleague who has not seen it says so, and it counts for nothing", async ({ signIn }) => {
  const [jonas, sol] = [await signIn("Engineer Jonas"), await signIn("Admin Sol")];
  const before = await pieces(jonas, "jonas-weidner", "reading-logs");
  await open(jonas, "/new/confirmation?skill=reading-logs");

  await test.step("silence is refused", async () => {
    await name(jonas, "Sol Lindqvist");
    await jonas.getByLabel("What did you do?").fill(" ");
    await jonas.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(jonas.getByText("Write what you did; one sentence is enough.")).toBeVisible();
  });

  await test.step("Jonas asks", async () => {
    if (!hasScripts()) await name(jonas, "Sol Lindqvist");
    await jonas.getByLabel("What did you do?").fill("I found the line that stopped the doors.");
    await jonas.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(standing(jonas)).toHaveText(/^Waiting for Sol’s word, until /);
  });

  await test.step("Sol does not want to say", async () => {
    await open(sol, "/confirmations");
    await line(sol, "Waiting for your word", "Reading logs").getByRole("link", { name: "Jonas Weidner" }).click();
    await sol.getByText("Not for me to say").click();
    await expect(sol.getByText("Only Jonas reads this. It counts neither for nor against them.")).toBeVisible();
    await sol.getByRole("button", { name: "I have not seen them do it." }).click();
    await expect(standing(sol)).toHaveText("You said that it is not for you to say. Only Jonas knows.");
  });

  await test.step("Jonas reads why, and can ask somebody else", async () => {
    await lookAgain(jonas);
    await expect(standing(jonas)).toHaveText("Sol would rather not say. It counts neither for you nor against you.");
    await expect(jonas.getByRole("main")).toContainText("I have not seen them do it.");
    await expect(jonas.getByRole("link", { name: "Ask somebody else" })).toHaveAttribute(
      "href",
      "/new/confirmation?skill=reading-logs",
    );
    expect(await pieces(jonas, "jonas-weidner", "reading-logs")).toBe(before);
  });
});

test("what is not for one to say is put aside, until one wants to be asked again", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, "/people/jonas-weidner");
  const lane = sol.getByRole("group").filter({ hasText: /^Why .+ in Reading logs\?/ });
  await lane.getByText(/^Why .+ in Reading logs\?$/).click();
  await lane.getByText("Not for me to say").click();
  await expect(lane.getByText("Only Jonas reads this, and only if they asked you.")).toBeVisible();
  await lane.getByLabel("Why not?").fill("I have only seen the screen.");
  await lane.getByRole("button", { name: "Do not ask me" }).click();
  const news = sol.getByRole("status", { name: "Messages" });
  if (hasScripts()) await expect(news).toContainText("Noted. You are not asked about it.");

  await open(sol, "/confirmations");
  const aside = sol.getByRole("region", { name: "You are not asked about" }).getByRole("listitem");
  await expect(aside.filter({ hasText: "Jonas Weidner · Reading logs" })).toContainText("I have only seen the screen.");
  await sol.getByRole("button", { name: "Ask me about Jonas Weidner in Reading logs again" }).click();
  await expect(aside.filter({ hasText: "Reading logs" })).toHaveCount(0);
});

test("the question on Home is answered in one tap, counts, and can be taken back", async ({ signIn }) => {
  const amara = await signIn("Nurse Amara");
  const asked = await question(amara);
  const answer = asked.card.getByRole("button", { name: /^with help/ });
  const audience = "Everybody here can read your answer with your name, as a colleague’s estimate.";
  await expect(asked.card).toContainText(audience);
  await asked.card.getByText("Why this?").click();
  await expect(asked.card.getByRole("listitem")).toHaveCount(3);
  const before = await pieces(amara, asked.subject, asked.skill);

  await open(amara, "/");
  await answer.click();
  const said = amara.getByText(`You see ${asked.who} at “with help” in ${asked.what}.`);
  await expect(said).toBeVisible();
  await expect(asked.card).toHaveCount(0);

  expect(await pieces(amara, asked.subject, asked.skill)).toBe(before + 1);
  const word = amara.getByRole("row", { name: /^A colleague’s estimate, by Amara Okafor/ }).last();
  await expect(word.getByRole("cell").first()).toHaveText("with help");

  await open(amara, "/");
  await amara.getByRole("button", { name: "Take back", exact: true }).click();
  await expect(said).toHaveCount(0);
  await expect(asked.card).toBeVisible();
  await open(amara, `/people/${asked.subject}/skills/${asked.skill}`);
  await expect(word).toContainText(/taken back on/);
});

test("a question that is skipped never comes again, unless one wants it to", async ({ signIn }) => {
  const priya = await signIn("Manager Priya");
  const asked = await question(priya);
  await asked.card.getByRole("button", { name: "Skip for good" }).click();
  await expect(asked.card).toHaveCount(0);
  await open(priya, "/");
  await expect(asked.card).toHaveCount(0);

  await open(priya, "/confirmations");
  const aside = priya.getByRole("region", { name: "You are not asked about" }).getByRole("listitem");
  await expect(aside.filter({ hasText: asked.what }).filter({ hasText: asked.who })).toContainText("Skipped");
  await priya.getByRole("button", { name: new RegExp(`^Ask me about ${asked.who}.* in ${asked.what} again$`) }).click();
  await expect(aside.filter({ hasText: asked.what })).toHaveCount(0);
  await open(priya, "/");
  await expect(asked.card).toBeVisible();
});

/** The question that stands on Home: about whom and what. */
async function question(page: Page) {
  await open(page, "/");
  const heading = page.getByRole("heading", { name: /^How well does .+ know .+\?$/ });
  const text = await heading.innerText();
  const [, who, what] = text.match(/^How well does (.+) know (.+)\?$/)!;
  const card = page.getByRole("region", { name: text });
  // Whose it is stands in no word of the page but the first name; the form knows.
  const sent = (field: string) => card.locator(`input[name=${field}]`).first().inputValue();
  return { card, who: who!, what: what!, subject: await sent("subject"), skill: await sent("skill") };
}

/** How many pieces of evidence speak for a level. */
async function pieces(page: Page, person: string, skill: string) {
  await open(page, `/people/${person}/skills/${skill}`);
  const table = page.getByRole("table", { name: "Each piece of evidence and what it did" });
  await expect(page.getByRole("heading", { level: 2, name: "Piece by piece" })).toBeVisible();
  return table.getByRole("rowheader").count();
}

/** Names who has seen it, by choosing or, without JavaScript, by writing the name. */
async function name(page: Page, colleague: string) {
  await page.getByLabel("Who has seen you do it?").fill(colleague);
  if (hasScripts()) await page.getByRole("option", { name: colleague }).click();
}

function title(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

/** The sentence that says where a request stands. */
function standing(page: Page) {
  return page.getByRole("main").getByRole("heading", { level: 2 }).first();
}

function line(page: Page, group: string, skill: string) {
  return page.getByRole("region", { name: group }).getByRole("listitem").filter({ hasText: skill });
}
