// The library: notes that two change at once, questions that go to one colleague, comments that call somebody, and a
// search that reads what is written.
import type { Page } from "@playwright/test";
import { choose, come, expect, hasScripts, lookAgain, open, test } from "../support/kith";

test("a note is written, changed by two at once, and no text is lost", async ({ signIn }) => {
  const [jonas, amara] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  await open(amara, "/library?skill=sql-for-reports");

  await test.step("Jonas writes it", async () => {
    await open(jonas, "/new/note");
    await jonas.getByLabel("What is it called?").fill("Count visits by ward");
    await choose(jonas, "What is it about?", "SQL for reports");
    await jonas.getByLabel("What does it say?").fill("Group by **ward**, not by nurse.");
    await jonas.getByRole("button", { name: "Save" }).click();
    await expect(title(jonas)).toHaveText("Count visits by ward");
    await expect(jonas.getByRole("article")).toContainText("Group by ward, not by nurse.");
    await expect(jonas.getByRole("main")).toContainText("Verified by you");
  });

  await test.step("Amara, who has the list open, sees it come", async () => {
    await lookAgain(amara);
    await amara.getByRole("link", { name: "Count visits by ward" }).click();
    await expect(title(amara)).toHaveText("Count visits by ward");
  });

  await test.step("both change it; whoever is later sees both texts", async () => {
    await change(amara);
    await amara.getByLabel("What does it say?").fill("Group by **ward**, and leave out trial runs.");
    await change(jonas);
    await jonas.getByLabel("What does it say?").fill("Group by **ward** and month.");
    await jonas.getByRole("button", { name: "Save" }).click();
    await expect(jonas.getByRole("article")).toContainText("Group by ward and month.");
    if (!hasScripts()) await amara.getByRole("button", { name: "Save" }).click();
    const clash = amara.getByRole("group", { name: "Two people changed this note" });
    await expect(clash).toContainText("Group by **ward** and month.");
    await expect(amara.getByLabel("What does it say?")).toHaveValue("Group by **ward**, and leave out trial runs.");
    if (hasScripts()) await clash.getByRole("button", { name: "Go on with mine" }).click();
    await amara.getByRole("button", { name: "Save" }).click();
    await expect(amara.getByRole("article")).toContainText("leave out trial runs");
    await expect(amara.getByRole("main")).toContainText("it waits for Jonas");
  });

  await test.step("his text stands among the earlier ones, and can be brought back", async () => {
    await lookAgain(jonas);
    await expect(jonas.getByRole("article")).toContainText("leave out trial runs");
    await jonas.getByRole("link", { name: "Earlier texts" }).click();
    await jonas.getByRole("link", { name: "Text 2" }).click();
    await expect(jonas.getByRole("region", { name: "What text 2 changed" })).toContainText("month");
    await jonas.getByRole("button", { name: "Bring this text back" }).click();
    await expect(jonas.getByRole("article")).toContainText("Group by ward and month.");
    await expect(jonas.getByRole("main")).toContainText("Verified by you");
  });

  await test.step("it is marked when it holds no more, and stays to be read", async () => {
    await jonas.getByText("It holds no more").click();
    await jonas.getByLabel("Why, and what stands in its place?").fill("The board page counts it now.");
    await jonas.getByRole("button", { name: "Mark as obsolete" }).click();
    await expect(jonas.getByText("This note holds no more: The board page counts it now.")).toBeVisible();
    await open(amara, "/library?show=obsolete");
    await expect(amara.getByRole("link", { name: "Count visits by ward" })).toBeVisible();
  });
});

test("what is typed is there again after a reload", async ({ signIn }) => {
  // Without scripts a browser keeps it by itself, or not.
  if (!hasScripts()) return;
  const jonas = await signIn("Engineer Jonas");
  await open(jonas, "/new/note");
  await jonas.getByLabel("What does it say?").fill("Half a sentence about");
  await jonas.reload();
  await come(jonas);
  await expect(jonas.getByLabel("What does it say?")).toHaveValue("Half a sentence about");
  await jonas.getByRole("button", { name: "Discard it" }).click();
  await expect(jonas.getByLabel("What does it say?")).toHaveValue("");
});

test("a question goes to one who knows, is answered by another, and is solved", async ({ signIn }) => {
  const [amara, jonas] = [await signIn("Nurse Amara"), await signIn("Engineer Jonas")];

  await test.step("Amara asks", async () => {
    await open(amara, "/new/question?skill=sql-for-reports");
    await expect(amara.getByRole("main")).toContainText("who knows it and was interrupted least");
    await amara.getByLabel("Your question in one line").fill("How do I leave out trial runs?");
    await amara.getByRole("button", { name: "Ask it" }).click();
    await expect(title(amara)).toHaveText("How do I leave out trial runs?");
    await expect(amara.getByRole("region", { name: "Who asks" })).toContainText("It was put to");
  });

  await test.step("Jonas answers from a note", async () => {
    await open(jonas, "/questions");
    await jonas.getByRole("link", { name: "How do I leave out trial runs?" }).click();
    await jonas.getByLabel("Your answer").fill("Add `WHERE NOT trial`.");
    await jonas.getByLabel("Does it rest on a note?").selectOption({ label: "Joins on one page" });
    await jonas.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(answers(jonas)).toContainText(["WHERE NOT trial"]);
  });

  await test.step("Amara, who has it open, sees the answer and accepts it", async () => {
    await lookAgain(amara);
    await amara.getByRole("button", { name: "This solved it" }).click();
    await expect(amara.getByRole("main")).toContainText("Solved by Jonas");
    await open(jonas, "/notifications");
    await expect(jonas.getByRole("listitem").filter({ hasText: "accepted your answer" })).toBeVisible();
  });

  await test.step("the note shows that it was of use", async () => {
    await open(jonas, "/library/joins-on-one-page");
    await expect(jonas.getByRole("region", { name: "Where it was of use" })).toContainText("How do I leave out trial runs?");
  });
});

test("a comment comes into open pages, calls a colleague, and is looked at when it is reported", async ({ signIn }) => {
  const [jonas, amara, sol] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara"), await signIn("Admin Sol")];
  await open(jonas, "/skills/wound-care");

  await test.step("Amara says something, and Jonas sees it come", async () => {
    await open(amara, "/skills/wound-care");
    await amara.getByLabel("Say something").fill("@jonas, that scanner of yours is no toy!");
    await amara.getByRole("button", { name: "Comment" }).click();
    await expect(said(amara)).toContainText(["no toy"]);
    await lookAgain(jonas);
    await expect(said(jonas)).toContainText(["mentions you"]);
    await expect(said(jonas).getByRole("link", { name: "@jonas" })).toHaveAttribute("href", "/people/jonas-weidner");
  });

  await test.step("she changes her words; he is told of them", async () => {
    await said(amara).getByText("Change", { exact: true }).click();
    await said(amara).getByLabel("Your comment in other words").fill("@jonas, the scanner hides the lower edge.");
    await said(amara).getByRole("button", { name: "Save" }).click();
    await expect(said(amara)).toContainText(["lower edge"]);
    await open(jonas, "/notifications");
    await expect(jonas.getByRole("listitem").filter({ hasText: "mentions you" })).toContainText("lower edge");
  });

  await test.step("he reports it, and an admin lets its words go", async () => {
    await open(jonas, "/skills/wound-care");
    await said(jonas).getByText("Report", { exact: true }).click();
    await jonas.getByLabel("What is wrong with it?").fill("Belongs to the scanner’s page");
    await jonas.getByRole("button", { name: "Report it" }).click();
    await expect(said(jonas)).toContainText(["you reported it"]);
    await open(sol, "/admin/reports");
    await expect(sol.getByRole("main")).toContainText("Belongs to the scanner’s page");
    await sol.getByRole("button", { name: "Remove it" }).click();
    await expect(sol.getByRole("main")).toContainText("Nothing was reported");
    await lookAgain(amara);
    await expect(amara.getByText("A program admin removed this comment.")).toBeVisible();
  });
});

test("what notes and answers say is found, marked, and a slip is forgiven", async ({ signIn }) => {
  const priya = await signIn("Manager Priya");
  await open(priya, "/search?q=kinkde+line");
  await expect(priya.getByRole("status").filter({ hasText: "was read as “kinked”" })).toBeVisible();
  const notes = priya.getByRole("region", { name: "Notes" });
  await expect(notes.getByRole("listitem").filter({ hasText: "Clear a pump alarm" })).toContainText("kinked line");
  await expect(notes.getByText("kinked", { exact: true }).first()).toBeVisible();
  await notes.getByRole("link", { name: "Clear a pump alarm without waking the ward" }).click();
  await expect(title(priya)).toHaveText("Clear a pump alarm without waking the ward");
});

function title(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

function answers(page: Page) {
  return page.getByRole("region", { name: /answer/ }).getByRole("list").first().getByRole("listitem");
}

function said(page: Page) {
  return page.getByRole("region", { name: /comments?$/ }).getByRole("listitem");
}

async function change(page: Page) {
  await page.getByRole("link", { name: "Change it" }).click();
  await expect(title(page)).toHaveText("Change the note");
  await come(page);
}
