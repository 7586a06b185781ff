// Programs for those who take part: found, joined, gone through step by step, waited for, left; and led.
import type { Page } from "@playwright/test";
import { expect, hasScripts, lookAgain, open, test } from "../support/kith";

test("a program is found, joined, gone through and left", async ({ signIn }) => {
  const priya = await signIn("Manager Priya");

  await test.step("Priya narrows the catalogue to what is open to her", async () => {
    await open(priya, "/programs");
    const yours = priya.getByRole("region", { name: "Yours" }).getByRole("article");
    await expect(yours.filter({ hasText: "One rota for all" })).toContainText("paused");
    await priya.getByRole("link", { name: "Open to me" }).click();
    await expect(priya).toHaveURL("/programs?open=yes");
    await expect(priya.getByRole("region", { name: "Yours" })).toHaveCount(0);
    await priya.getByRole("link", { name: "First Thursday swap" }).click();
    await expect(priya.getByRole("heading", { level: 1 })).toHaveText("First Thursday swap");
  });

  await test.step("she reads when people meet, and joins", async () => {
    const rhythm = priya.getByRole("region", { name: "Rhythm" });
    await expect(rhythm).toContainText("Every month on the first Thursday, 15:30");
    await expect(rhythm.getByRole("list", { name: "The coming weeks" }).getByRole("listitem")).toHaveCount(8);
    await expect(standing(priya)).toHaveText("You can join.");
    await priya.getByRole("button", { name: "Join", exact: true }).click();
    await expect(standing(priya)).toHaveText(/^Stage 1 of \d/);
  });

  await test.step("she ticks a step, and what is done stays", async () => {
    const steps = priya.getByRole("region", { name: "Stages" });
    await expect(steps.getByText("you are here")).toHaveCount(1);
    const first = steps.getByRole("button", { name: /^Tick / }).first();
    const title = (await first.innerText()).replace(/^Tick\s+/, "");
    await first.click();
    await expect(steps.getByRole("listitem").filter({ hasText: title }).last()).toContainText("done on");
  });

  await test.step("it stands under hers, and she leaves", async () => {
    await open(priya, "/programs");
    const card = priya.getByRole("region", { name: "Yours" }).getByRole("article");
    await expect(card.filter({ hasText: "First Thursday swap" })).toContainText("you are in it");
    await open(priya, "/programs/first-thursday-swap");
    await priya.getByText("I want to leave").click();
    await priya.getByRole("button", { name: "Leave this program" }).click();
    await expect(standing(priya)).toHaveText("You were in it once. You can join again.");
  });
});

test("where all seats are taken one waits in line", async ({ signIn }) => {
  const amara = await signIn("Nurse Amara");
  await open(amara, "/programs/lunch-table");
  await expect(standing(amara)).toHaveText("All seats are taken. You can wait for one.");
  await amara.getByRole("button", { name: "Wait for a seat" }).click();
  await expect(standing(amara)).toHaveText(/^You are \w+ in line\./);
  await amara.getByText("I no longer want to wait").click();
  await amara.getByRole("button", { name: "Leave the line" }).click();
  await expect(standing(amara)).toHaveText(/^All seats are taken/);
});

test("who leads a program invites, and pauses it where everybody sees it", async ({ signIn }) => {
  const [priya, amara, jonas] = [await signIn("Manager Priya"), await signIn("Nurse Amara"), await signIn("Engineer Jonas")];
  await open(priya, "/programs/pairs-for-care");
  await open(amara, "/programs/pairs-for-care");

  await test.step("Priya asks Jonas, whose team the program is not for", async () => {
    await open(jonas, "/programs/pairs-for-care");
    await expect(jonas.getByRole("main")).toContainText("This is for other teams.");
    await priya.getByLabel("Ask somebody to join").fill("Jonas Weidner");
    await chooseOption(priya, "Jonas Weidner");
    await priya.getByRole("button", { name: "Invite" }).click();
    await expect(priya.getByRole("region", { name: "People in it" })).toContainText("Asked to join");
    await lookAgain(jonas);
    await expect(standing(jonas)).toHaveText("Priya asks you to join.");
    await jonas.getByRole("button", { name: "No, thank you" }).click();
    await expect(jonas.getByRole("main")).toContainText("This is for other teams.");
  });

  await test.step("she pauses it, and Amara sees it", async () => {
    await priya.getByText("Pause it").click();
    await priya.getByRole("button", { name: "Pause this program" }).click();
    await expect(priya.getByRole("button", { name: "Let it go on" })).toBeVisible();
    await lookAgain(amara);
    await expect(amara.getByRole("main")).toContainText(/Paused since .*: nothing is due/);
    await expect(amara.getByRole("button", { name: /^Tick/ })).toHaveCount(0);
    await priya.getByRole("button", { name: "Let it go on" }).click();
    await expect(priya.getByText("Pause it")).toBeVisible();
  });
});

/** The sentence that says where the reader stands. */
function standing(page: Page) {
  return page.getByRole("main").getByRole("heading", { level: 2 }).first();
}

/** Chooses what the box offers; without JavaScript the name that was typed is sent. */
async function chooseOption(page: Page, name: string) {
  if (hasScripts()) await page.getByRole("option", { name }).first().click();
}
