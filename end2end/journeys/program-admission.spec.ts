// Programs to which people apply: asked, answered in one tap on either page, taken back; and roles that let people do more.
import type { Page } from "@playwright/test";
import { expect, hasScripts, lookAgain, open, test } from "../support/kith";

test("people apply to a project, are answered, and lead it", async ({ signIn }) => {
  const [sol, jonas, amara] = [await signIn("Admin Sol"), await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  const title = `Shift lights ${Date.now()}`;
  const path = await begun(sol, title);

  await test.step("Jonas and Amara read that they apply, and do", async () => {
    for (const page of [jonas, amara]) {
      await open(page, `/programs/${path}`);
      await expect(standing(page)).toHaveText("You can apply.");
      await expect(page.getByRole("region", { name: "Who it is for" })).toContainText("People apply, and an organiser or lead accepts them.");
      await page.getByRole("button", { name: "Apply", exact: true }).click();
      await expect(standing(page)).toHaveText(/^You have applied\./);
    }
  });

  await test.step("Amara takes it back, and asks again", async () => {
    await amara.getByText("I take it back").click();
    await amara.getByRole("button", { name: "Take it back" }).click();
    await expect(standing(amara)).toHaveText("You can apply again.");
    await amara.getByRole("button", { name: "Apply", exact: true }).click();
    await expect(standing(amara)).toHaveText(/^You have applied\./);
  });

  await test.step("Sol hears of it, and accepts Jonas in one tap", async () => {
    await open(sol, "/notifications");
    await expect(sol.getByRole("main")).toContainText(`asks to join ${title}`);
    await open(sol, `/programs/${path}`);
    await expect(people(sol)).toContainText("Ask to join");
    await people(sol).getByRole("button", { name: "Accept Jonas" }).click();
    await expect(people(sol).getByRole("button", { name: "Accept Jonas" })).toHaveCount(0);
    await lookAgain(jonas);
    await expect(standing(jonas)).toHaveText(/^Stage 1 of \d/);
  });

  await test.step("he declines Amara with a word, on the page of its people", async () => {
    await open(sol, `/admin/programs/${path}/people`);
    await sol.getByText("Add a word").click();
    await sol.getByLabel("A word with it").fill("We begin again in May.");
    await sol.getByRole("button", { name: "Decline Amara" }).click();
    await expect(sol.getByRole("button", { name: "Decline Amara" })).toHaveCount(0);
    await open(amara, "/notifications");
    await expect(amara.getByRole("main")).toContainText("We begin again in May.");
  });

  await test.step("Jonas is made the lead, and asks Amara to join", async () => {
    await open(sol, `/programs/${path}`);
    await expect(jonas.getByLabel("Ask somebody to join")).toHaveCount(0);
    await people(sol).getByText("Change role").click();
    await people(sol).getByLabel("Jonas is in it as").selectOption("Lead");
    await people(sol).getByRole("button", { name: "Change it for Jonas" }).click();
    await expect(people(sol).getByRole("listitem").filter({ hasText: "Jonas" })).toContainText("Lead · ");
    await lookAgain(jonas);
    await jonas.getByLabel("Ask somebody to join").fill("Amara Okafor");
    if (hasScripts()) await jonas.getByRole("option", { name: "Amara Okafor" }).first().click();
    await jonas.getByRole("button", { name: "Invite" }).click();
    await expect(people(jonas)).toContainText("Asked to join");
    await open(amara, `/programs/${path}`);
    await amara.getByRole("button", { name: "Accept and join" }).click();
    await expect(standing(amara)).toHaveText(/^Stage 1 of \d/);
  });
});

/** Makes a project to which people apply, and opens it; the last part of its address. */
async function begun(admin: Page, title: string) {
  await open(admin, "/new/program?kind=project");
  await admin.getByRole("textbox", { name: "Name", exact: true }).fill(title);
  await admin.getByRole("button", { name: "Make it" }).click();
  await expect(admin).toHaveURL(/\/admin\/programs\/shift-lights/);
  const path = new URL(admin.url()).pathname.split("/").pop()!;
  await open(admin, `/admin/programs/${path}`);
  await admin.getByRole("button", { name: "Open to join" }).click();
  await expect(admin.locator(".facts").first()).toContainText("Open to join");
  return path;
}

/** The sentence that says where the reader stands. */
function standing(page: Page) {
  return page.getByRole("main").getByRole("heading", { level: 2 }).first();
}

function people(page: Page) {
  return page.getByRole("region", { name: "People in it" });
}
