// A program's matching: everybody at once, bent by hand, compared, published and taken back; and somebody without a
// mentor who reads why and makes the change that Kith names.
import type { Locator, Page } from "@playwright/test";
import { come, expect, lookAgain, open, test as base } from "../support/kith";

/** A server for this file alone: publishing moves people whom other journeys find where they are. */
const test = base.extend<object, { ownServer: boolean }>({
  ownServer: [async ({}, use) => use(true), { scope: "worker", auto: true }],
});
test.describe.configure({ mode: "default" });

const PROGRAM = "across-fernhill";
const CONSOLE = `/admin/programs/${PROGRAM}/match`;
const WHY = `/mentoring/${PROGRAM}/why`;

test("Sol bends the matching, looks at two side by side, publishes one and takes it back", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];

  await test.step("she sees everybody: who would be a pair, who waits, and why", async () => {
    await open(sol, `/admin/programs/${PROGRAM}/people`);
    await sol.getByRole("navigation", { name: "This program" }).getByRole("link", { name: "Matching" }).click();
    await come(sol);
    await expect(sol.getByText("Six of seven learners get a mentor. One waits, and below is why.")).toBeVisible();
    await expect(sol.getByText(/^Proven: under these terms no other pairing/)).toBeVisible();
    await expect(pairs(sol)).toHaveCount(6);
    await expect(pairOf(sol, "Jonas Weidner")).toContainText("Theo Nakamura");
    await expect(pairOf(sol, "Jonas Weidner")).toContainText("and teaches Spreadsheet models in turn");
    const arjun = part(sol, "Without a mentor").getByRole("listitem").filter({ hasText: "Arjun" });
    await expect(arjun).toContainText("they parted or said no not long ago");
    await expect(arjun).toContainText("If Arjun also wanted to learn");
  });

  await test.step("she reads what speaks for a pair, in words", async () => {
    const yusuf = pairOf(sol, "Yusuf Demir");
    await yusuf.getByText("What speaks for it").click();
    await expect(yusuf).toContainText("Wen can teach SQL for reports");
    await expect(yusuf).not.toContainText("%");
  });

  await test.step("she sees her kept pairing beside this one: one learner differs", async () => {
    await kept(sol, "As everything usually counts").getByRole("link", { name: /^Compare/ }).click();
    await come(sol);
    const side = part(sol, "Side by side");
    await expect(side).toContainText("One learner is differently paired.");
    await expect(side).toContainText("Both can learn counts more.");
    await expect(side).toContainText("All of it counts as usual.");
    const differing = side.getByRole("table", { name: "Who would have another mentor" }).getByRole("row");
    const who = differing.filter({ hasText: "Jonas" });
    await expect(who).toContainText("Theo Nakamura");
    await expect(who).toContainText("Giovanni Esposito");
    await side.getByRole("link", { name: "Close" }).click();
    await expect(side).toBeHidden();
  });

  await test.step("she pins a pair and rules one out", async () => {
    await pairOf(sol, "Yusuf Demir").getByRole("button", { name: /^Pin/ }).click();
    await expect(pairOf(sol, "Yusuf Demir")).toContainText("pinned");
    await come(sol);
    await pairOf(sol, "Jonas Weidner").getByRole("button", { name: /^Rule out/ }).click();
    await expect(pairOf(sol, "Jonas Weidner")).toContainText("Giovanni Esposito");
    await come(sol);
    const byHand = part(sol, "Decided by hand").getByRole("listitem");
    await expect(byHand).toHaveCount(2);
    await expect(byHand.filter({ hasText: "ruled out" })).toContainText("Jonas Weidner with Theo Nakamura");
    await pairOf(sol, "Jonas Weidner").getByRole("link", { name: /^Why not another/ }).click();
    await come(sol);
    await expect(part(sol, "Why Jonas has Giovanni")).toContainText("You ruled out the pair with Theo.");
    await part(sol, "Why Jonas has Giovanni").getByRole("link", { name: "Close" }).click();
    await expect(part(sol, "Why Jonas has Giovanni")).toBeHidden();
  });

  await test.step("she weighs different places more, and keeps what comes of it", async () => {
    await part(sol, "What counts").getByLabel("Different place").selectOption({ label: "More" });
    await part(sol, "What counts").getByRole("button", { name: "Match with these" }).click();
    await come(sol);
    await expect(part(sol, "What counts").getByLabel("Different place")).toHaveValue("more");
    await sol.getByLabel("Keep this pairing as").fill("By hand");
    await sol.getByRole("button", { name: "Keep it" }).click();
    await expect(kept(sol, "By hand")).toContainText("Kept by Sol");
    await come(sol);
    await kept(sol, "By hand").getByRole("link", { name: /^Compare/ }).click();
    await come(sol);
    await part(sol, "Side by side").getByRole("link", { name: "By hand beside As everything usually counts" }).click();
    await come(sol);
    const side = part(sol, "Side by side");
    await expect(side.getByRole("table", { name: "What both pairings reach" })).toBeVisible();
    for (const name of ["By hand", "As everything usually counts"]) await expect(side).toContainText(name);
    await expect(part(sol, "Side by side")).toContainText("One pair is pinned. One pair is ruled out.");
  });

  await test.step("she publishes all six at once, and Jonas is told and reads why", async () => {
    await open(jonas, WHY);
    await expect(title(jonas)).toHaveText("A mentor is in sight");
    await sol.getByRole("button", { name: "Publish six pairs" }).click();
    await expect(part(sol, "Published rounds")).toContainText("Published by Sol");
    await expect(sol.getByRole("button", { name: /^Publish/ })).toBeHidden();
    await lookAgain(jonas);
    await expect(title(jonas)).toHaveText("Why Giovanni is your mentor");
    const told = /Everybody was matched on .+: seven learners\. Six of them got a mentor\./;
    await expect(jonas.getByRole("main")).toContainText(told);
    const parts = jonas.getByRole("list", { name: /^What this is made of/ }).getByRole("listitem");
    await expect(parts.first()).toBeVisible();
    await open(jonas, "/notifications");
    await expect(jonas.getByRole("main").getByText(/Giovanni/).first()).toBeVisible();
  });

  await test.step("she takes it back, and everything is as it was", async () => {
    await come(sol);
    await sol.getByRole("button", { name: "Take round 1 back" }).click();
    await expect(part(sol, "Published rounds")).toContainText("Taken back by Sol");
    await expect(pairs(sol)).toHaveCount(6);
    await expect(pairOf(sol, "Jonas Weidner")).toContainText("Giovanni Esposito");
    await open(jonas, WHY);
    await expect(title(jonas)).toHaveText("A mentor is in sight");
    await come(sol);
    for (const who of ["Yusuf Demir", "Jonas Weidner"]) {
      const line = part(sol, "Decided by hand").getByRole("listitem").filter({ hasText: who });
      await line.getByRole("button", { name: /^Take back/ }).click();
      await expect(line).toBeHidden();
      await come(sol);
    }
  });
});

test("a page that was published meanwhile publishes nothing, and says what to do", async ({ signIn }) => {
  const [one, other] = [await signIn("Admin Sol"), await signIn("Admin Sol")];
  await open(one, CONSOLE);
  await open(other, CONSOLE);
  await other.evaluate(() => {
    for (const field of document.querySelectorAll("input[name=seen]")) field.setAttribute("value", "an-hour-ago");
  });
  await other.getByRole("button", { name: /^Publish/ }).click();
  await expect(other.getByText("so that the pairing is another. Look at it again.")).toBeVisible();
  await expect(part(one, "Without a mentor")).toBeVisible();
});

test("Priya has no mentor, reads why, and makes the change that gives her one", async ({ signIn }) => {
  const [sol, priya] = [await signIn("Admin Sol"), await signIn("Manager Priya")];

  await test.step("the two who could be her mentor are ruled out", async () => {
    await open(priya, `/programs/${PROGRAM}`);
    await priya.getByRole("button", { name: "Join", exact: true }).click();
    await expect(priya.getByText("You are in it as learner.")).toBeVisible();
    await open(sol, CONSOLE);
    while (await pairOf(sol, "Priya Raman").count()) {
      const before = await pairOf(sol, "Priya Raman").innerText();
      await pairOf(sol, "Priya Raman").getByRole("button", { name: /^Rule out/ }).click();
      await expect(pairOf(sol, "Priya Raman").filter({ hasText: before })).toHaveCount(0);
      await come(sol);
    }
  });

  await test.step("she reads why, and what would change it", async () => {
    await open(priya, WHY);
    await expect(title(priya)).toHaveText("Why you have no mentor yet");
    await expect(priya.getByRole("main")).toContainText("The organisers have decided otherwise about Ruth.");
    await expect(priya.getByRole("main")).toContainText("Only you read this.");
  });

  await test.step("she also wants what was named, and it comes true", async () => {
    const named = await priya.getByText(/^If you also wanted to learn .+, you would have .+\.$/).innerText();
    const [, skill, mentor] = named.match(/^If you also wanted to learn (.+), you would have (.+)\.$/)!;
    await priya.getByRole("link", { name: "Say that you want it" }).click();
    await expect(title(priya)).toHaveText(skill!);
    await come(priya);
    await priya.getByRole("button", { name: "I want to learn this" }).click();
    await expect(priya.getByRole("button", { name: "Stop wanting it" })).toBeVisible();
    await open(priya, WHY);
    await expect(title(priya)).toHaveText("A mentor is in sight");
    await lookAgain(sol);
    await expect(pairOf(sol, "Priya Raman")).toContainText(mentor!);
  });
});

function pairs(page: Page) {
  return part(page, "Pairs").getByRole("table").getByRole("row").filter({ has: page.getByRole("rowheader") });
}

function pairOf(page: Page, learner: string): Locator {
  return pairs(page).filter({ has: page.getByRole("rowheader", { name: learner }) });
}

function kept(page: Page, name: string) {
  return part(page, "Kept pairings").getByRole("listitem").filter({ hasText: name });
}

function title(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

function part(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}
