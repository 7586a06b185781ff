// The door of a session and what comes after: somebody checks in without a connection, the host closes it, one who was
// there confirms it, and it stands on the page of the skill; each sees it where they are.
import type { Page } from "@playwright/test";
import { expect, hasScripts, lookAgain, open, test } from "../support/kith";

test("one checks in without a connection, and the hour counts once both sides have said so", async ({ signIn }) => {
  test.slow();
  const [jonas, amara] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  const title = `Joins in a minute ${Date.now()}`;
  let date = "";

  await test.step("Jonas holds a session that starts in a moment", async () => {
    const start = soon();
    await open(jonas, "/sessions/new?skill=sql-for-reports");
    await jonas.getByLabel("What is it called?").fill(title);
    await jonas.getByLabel("Day", { exact: true }).fill(start.day);
    await jonas.getByLabel("Starts").fill(start.time);
    await jonas.getByLabel("Where?").fill(`Kitchen ${Date.now()}`);
    await jonas.getByRole("button", { name: "Plan it" }).click();
    await expect(jonas.getByRole("heading", { level: 1 })).toHaveText(title);
    date = `${new URL(jonas.url()).pathname.split("/").slice(0, 3).join("/")}/${start.day}`;
  });

  const code = await test.step("the code stands on his screen, and on nobody else’s", async () => {
    await open(jonas, `${date}/door`);
    const card = jonas.getByRole("region", { name: "The code now" });
    await expect(card.getByRole("img", { name: /^QR code of / })).toBeVisible();
    const shown = (await card.locator(".door-code > [aria-hidden]").textContent()) ?? "";
    expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}$/);
    return shown;
  });

  await test.step("a code that was guessed lets nobody in", async () => {
    await open(amara, `${date}/door`);
    await expect(amara.getByRole("main")).not.toContainText(code);
    await amara.getByLabel("The code").fill("000-000");
    await amara.getByRole("button", { name: "I am here" }).click();
    await expect(amara.getByRole("main")).toContainText("This code does not stand at the door");
  });

  await test.step("Amara’s code waits for a connection and counts for when she typed it", async () => {
    await open(amara, `${date}/door`);
    await amara.getByLabel("The code").fill(code.toLowerCase());
    if (hasScripts()) await amara.context().setOffline(true);
    await amara.getByRole("button", { name: "I am here" }).click();
    if (hasScripts()) {
      await expect(amara.getByRole("main")).toContainText("waits in this browser");
      await amara.context().setOffline(false);
      await amara.evaluate(() => window.dispatchEvent(new Event("online")));
    }
    await expect(amara.getByRole("main")).toContainText("You are here since", { timeout: 30_000 });
    await lookAgain(jonas);
    await expect(list(jonas)).toContainText("Amara Okafor");
    await expect(list(jonas)).toContainText("came with the code at");
  });

  await test.step("Jonas writes in Priya, who came without a word", async () => {
    await jonas.getByLabel("Who?").fill("Priya Raman");
    if (hasScripts()) await jonas.getByRole("option", { name: "Priya Raman" }).click();
    await jonas.getByRole("button", { name: "Write in" }).click();
    await expect(list(jonas)).toContainText("Priya Raman");
    await expect(list(jonas)).toContainText("walked up at");
    await open(jonas, `${date}/sheet`);
    await expect(jonas.getByRole("table")).toContainText("Amara Okafor");
  });

  await test.step("what Jonas ticks without a connection waits, and is there once there is one", async () => {
    await open(jonas, `${date}/door`);
    if (hasScripts()) await jonas.context().setOffline(true);
    await jonas.getByRole("button", { name: "Priya is not here" }).click();
    if (hasScripts()) {
      await expect(list(jonas)).toContainText("not here, not sent yet");
      await jonas.context().setOffline(false);
      await jonas.evaluate(() => window.dispatchEvent(new Event("online")));
    }
    await expect(list(jonas)).not.toContainText("walked up at", { timeout: 30_000 });
    await expect(list(jonas)).toContainText("Amara Okafor");
  });

  await test.step("once it has begun, one tap says what came of it", async () => {
    const ready = jonas.getByRole("region", { name: "Is this right?" });
    await expect(async () => {
      await open(jonas, `${date}/close`);
      await expect(ready).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 150_000, intervals: [2_000] });
    await expect(ready.getByRole("checkbox", { name: /^Amara Okafor/ })).toBeChecked();
    await ready.getByLabel("What is worth keeping?").fill("A join is an arrow between two tables.");
    await ready.getByRole("button", { name: "So it was" }).click();
    await expect(jonas.getByRole("main")).toContainText("One of those who were there confirms it");
  });

  await test.step("Amara reads it and says that it was so", async () => {
    await open(amara, `${date}/close`);
    await expect(amara.getByRole("region", { name: "What the host says" })).toContainText("A join is an arrow");
    await amara.getByLabel("Thank Jonas").fill("Now I can read our rota.");
    await amara.getByRole("button", { name: "So it was" }).click();
    await expect(amara.getByRole("main")).toContainText("It counts: Amara says that it was so.");
    await lookAgain(jonas);
    await expect(jonas.getByRole("main")).toContainText("It counts: Amara says that it was so.");
  });

  await test.step("it speaks for both on the page of the skill, and her thanks stand on the wall", async () => {
    await open(jonas, "/people/amara-okafor/skills/sql-for-reports");
    await expect(jonas.getByRole("main")).toContainText("Jonas");
    await open(jonas, "/thanks");
    await expect(jonas.getByRole("main")).toContainText("Now I can read our rota.");
    await open(jonas, "/skills/sql-for-reports");
    await expect(jonas.getByRole("main")).toContainText("Amara Okafor");
  });
});

function list(page: Page) {
  return page.getByRole("region", { name: "Who is here" });
}

/** One to two minutes from now, on Jonas’s clock. */
function soon() {
  const at = new Date(Math.ceil((Date.now() + 60_000) / 60_000) * 60_000);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", ...options }).format(at);
  return {
    day: part({ year: "numeric", month: "2-digit", day: "2-digit" }),
    time: part({ hour: "2-digit", minute: "2-digit" }),
  };
}
