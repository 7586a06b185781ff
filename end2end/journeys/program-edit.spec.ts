// Programs for those who edit them while people are in them: what a change does is said first, and everybody sees it.
import type { Page } from "@playwright/test";
import { expect, hasScripts, lookAgain, open, pick, test } from "../support/kith";

const EDITOR = "/admin/programs/first-thursday-swap";

test("a change is looked at, published, seen by members, and brought back", async ({ signIn }) => {
  const [sol, amara] = [await signIn("Admin Sol"), await signIn("Nurse Amara")];
  const words = `An hour that you teach, an hour that you learn. ${Date.now()}`;
  await open(amara, "/programs/first-thursday-swap");

  await test.step("Sol changes the purpose, and reads what that does", async () => {
    await open(sol, EDITOR);
    await sol.getByRole("textbox", { name: "Purpose" }).fill(words);
    await check(sol);
    await expect(rail(sol)).toContainText("1 change, not live yet");
    await expect(rail(sol)).toContainText("Purpose");
    await expect(amara.getByRole("main")).not.toContainText(words);
  });

  await test.step("he comes back to it where he left it", async () => {
    await open(sol, EDITOR);
    await expect(sol.getByRole("textbox", { name: "Purpose" })).toHaveValue(words);
    await expect(rail(sol)).toContainText("1 change, not live yet");
  });

  await test.step("he publishes it for everyone at once, and Amara reads it", async () => {
    await pick(rail(sol).getByRole("radio", { name: /^Everyone now/ }));
    if (!hasScripts()) {
      await rail(sol).getByRole("button", { name: "See what it does" }).click();
    }
    await rail(sol).getByRole("button", { name: "Publish for everyone now" }).click();
    await expect(rail(sol)).toContainText("Nothing changed");
    await lookAgain(amara);
    await expect(amara.getByRole("main")).toContainText(words);
  });

  await test.step("he brings the version before back", async () => {
    await open(sol, `${EDITOR}/history`);
    await expect(sol.getByRole("main")).toContainText("Sol Lindqvist");
    await sol.getByRole("link", { name: /^Version \d+$/ }).nth(1).click();
    await sol.getByRole("button", { name: /^Bring version \d+ back$/ }).click();
    await expect(sol).toHaveURL(new RegExp("/history"));
    await lookAgain(amara);
    await expect(amara.getByRole("main")).not.toContainText(words);
  });
});

/** Without scripts a button keeps the draft; with them it is kept as one types. */
async function check(page: Page) {
  if (!hasScripts()) {
    await page.getByRole("button", { name: "Check the changes" }).last().click();
  }
}

function rail(page: Page) {
  return page.getByRole("complementary", { name: /changed|change|not live/ });
}
