// Skill swaps: a ring of three waits for one yes, and the others see it close; the board, and a course nobody teaches yet.
import type { Page } from "@playwright/test";
import { come, expect, lookAgain, open, pick, test } from "../support/kith";

const RING = "/swaps/handover-for-sheets";

test("with the last yes a ring counts, and the others see it close", async ({ signIn }) => {
  const [amara, jonas] = [await signIn("Nurse Amara"), await signIn("Engineer Jonas")];
  await open(amara, RING);
  await expect(title(amara)).toHaveText("One yes to go");
  await expect(ring(amara)).toHaveAccessibleName(/^Swap ring\. You teach Kwabena Palliative talks;/);

  await test.step("he sees what he would give and get, in the picture and as a list", async () => {
    await open(jonas, "/swaps");
    await jonas.getByRole("link", { name: "Amara, Kwabena and you" }).click();
    await expect(title(jonas)).toHaveText("One yes to go");
    await expect(ring(jonas)).toHaveAccessibleName(/Amara and Kwabena have said yes, you have not answered\.$/);
    const parts = jonas.getByRole("region", { name: "Who gives what" }).getByRole("listitem");
    await expect(parts).toHaveCount(3);
    await expect(parts.last()).toContainText("You teach Amara");
    await expect(jonas.getByRole("region", { name: "What you said to each other" })).toContainText("Mondays are best");
  });

  await test.step("he says yes with a word to the others", async () => {
    await jonas.getByLabel("A word to the others").fill("I bring the sheet.");
    await jonas.getByRole("button", { name: "Confirm my part" }).click();
    await expect(title(jonas)).toHaveText("All have said yes");
  });

  await test.step("she sees it, and a request for each of her lessons", async () => {
    await lookAgain(amara);
    await expect(title(amara)).toHaveText("All have said yes");
    await expect(amara.getByRole("region", { name: "Who gives what" }).getByRole("link", { name: "Arrange it" })).toHaveCount(2);
    await open(amara, "/exchanges");
    await expect(amara.getByRole("main")).toContainText("Palliative talks");
  });
});

test("a ring of three forms, one cannot, and the repair is taken up by all", async ({ signIn }) => {
  test.slow();
  const [sol, amara] = [await signIn("Admin Sol"), await signIn("Nurse Amara")];
  const [jonas, priya] = [await signIn("Engineer Jonas"), await signIn("Manager Priya")];
  const [board, program] = await begun(sol, `Late shift swap ${Date.now()}`);

  await test.step("four say what they would learn, and three of them join", async () => {
    await want(amara, "reading-logs");
    await want(jonas, "rota-planning");
    await want(jonas, "welcoming-newcomers");
    await want(priya, "palliative-talks");
    await want(sol, "palliative-talks");
    for (const page of [amara, jonas, priya]) await join(page, program);
  });

  await test.step("Sol has rings looked for, and a ring of three is offered to all its people at once", async () => {
    await open(sol, board);
    await sol.getByRole("button", { name: "Look for rings now" }).click();
    // The server looks once by itself as well: whichever comes first finds the ring.
    await expect(sol.getByRole("region", { name: "Open rings of others" })).toContainText("Amara, Priya and Jonas");
    for (const page of [amara, jonas]) await toRing(page, board, "Priya");
    await toRing(priya, board, "Amara");
    await expect(ring(amara)).toHaveAccessibleName(/Priya teaches Jonas Rota planning; .*Nobody has answered yet\.$/);
    await join(sol, program);
  });

  await test.step("Amara says yes, the others see it at once, and Priya cannot this time", async () => {
    await yes(amara);
    await lookAgain(priya);
    await expect(title(priya)).toHaveText("Two yeses to go");
    await expect(ring(priya)).toHaveAccessibleName(/Amara has said yes/);
    await expect(priya.getByRole("main")).toContainText("If you can’t: Sol could teach Jonas Welcoming newcomers instead.");
    await priya.getByText("I can’t this time").click();
    await priya.getByLabel("Why not?").fill("The audit is on until Friday.");
    await priya.getByRole("button", { name: "Say no" }).click();
    await expect(title(priya)).toHaveText("This swap will not be");
  });

  await test.step("the smallest repair keeps Amara and Jonas together, with Sol for Priya", async () => {
    await lookAgain(amara);
    await expect(amara.getByRole("main")).toContainText("Priya can’t this time.");
    await amara.getByRole("link", { name: "See what is offered instead" }).click();
    await expect(title(amara)).toHaveText("Three yeses to go");
    await come(amara);
    await expect(amara.getByRole("main")).toContainText("keeps as much of it as can be");
    await expect(ring(amara)).toHaveAccessibleName(/Sol teaches Jonas Welcoming newcomers/);
  });

  await test.step("all three say yes, each with a time, and it counts", async () => {
    await yes(amara);
    await toRing(jonas, board, "Sol");
    await yes(jonas);
    await toRing(sol, board, "Amara");
    await sol.getByRole("button", { name: "Confirm my part" }).click();
    await expect(title(sol)).toHaveText("All have said yes");
    await lookAgain(amara);
    await expect(title(amara)).toHaveText("All have said yes");
  });

  await test.step("a lesson is an hour of its two people as soon as whoever teaches it says yes to the time", async () => {
    for (const [teacher, learner] of [[jonas, "Amara"], [sol, "Jonas"]] as const) {
      await lookAgain(teacher);
      const part = teacher.getByRole("region", { name: "Who gives what" }).getByRole("listitem");
      await part.filter({ hasText: `You teach ${learner}` }).getByRole("link", { name: "Arrange it" }).click();
      await expect(title(teacher)).toHaveText(new RegExp(`^Teach ${learner} `));
      await come(teacher);
      await teacher.getByRole("button", { name: /^Say yes to .+ \d\d:\d\d$/ }).click();
      await expect(teacher.getByText("You have both said yes.")).toBeVisible();
      await come(teacher);
      await teacher.getByRole("link", { name: "Open the meeting" }).click();
      await expect(title(teacher)).toHaveText(new RegExp(`: .*${learner}`));
    }
    await lookAgain(amara);
    await expect(amara.getByRole("region", { name: "Who gives what" })).toContainText("They meet");
  });
});

test("on the board a course without a teacher is joined", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, "/swaps?program=first-thursday-swap");
  const course = sol.getByRole("region", { name: "Courses without a teacher" }).getByRole("listitem");
  const generator = course.filter({ hasText: "What to do in the first ten minutes" });
  await generator.getByRole("button", { name: "I would come" }).click();
  await expect(generator).toContainText("would come.");
  await expect(generator.getByRole("button", { name: "I would not come" })).toBeVisible();
});

/** Makes a swap program that goes on, and opens it: its board and its page. */
async function begun(admin: Page, name: string) {
  await open(admin, "/new/program?kind=skill_swap");
  await admin.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await admin.getByRole("button", { name: "Make it" }).click();
  await expect(admin).toHaveURL(/\/admin\/programs\/late-shift/);
  const id = new URL(admin.url()).pathname.split("/").pop()!;
  await open(admin, `/admin/programs/${id}`);
  await admin.getByRole("button", { name: "Open to join" }).click();
  await expect(admin.getByRole("button", { name: "Open to join" })).toBeHidden();
  return [`/swaps?program=${id}`, `/programs/${id}`] as const;
}

async function join(page: Page, program: string) {
  await open(page, program);
  await page.getByRole("button", { name: "Join", exact: true }).first().click();
  await expect(page.getByRole("button", { name: "Join", exact: true })).toHaveCount(0);
}

async function want(page: Page, skill: string) {
  await open(page, `/skills/${skill}`);
  await page.getByRole("button", { name: "I want to learn this" }).click();
  await expect(page.getByRole("button", { name: "Stop wanting it" })).toBeVisible();
}

/** From the board to the ring with somebody that waits for their yes. */
async function toRing(page: Page, board: string, other: string) {
  await open(page, board);
  await page.getByRole("region", { name: "Waiting for your yes" }).getByRole("link", { name: other }).click();
  await expect(title(page)).toHaveText(/^\w+ yes(es)? to go$/);
  await come(page);
}

/** Says yes with the first time that suits both. */
async function yes(page: Page) {
  await pick(page.getByRole("group", { name: /^First meeting with/ }).getByRole("radio").first());
  await page.getByRole("button", { name: "Confirm my part" }).click();
  await expect(page.getByText("You have said yes.")).toBeVisible();
}

function title(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

function ring(page: Page) {
  return page.getByRole("main").getByRole("img", { name: /^Swap ring/ });
}
