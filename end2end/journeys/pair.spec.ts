// The room of a pair: goals, agenda, notes and the next session; and how the pairs of a program are.
import type { Page } from "@playwright/test";
import { come, expect, open, test } from "../support/kith";

test("Amara prepares the next hour with Leïla", async ({ signIn }) => {
  const amara = await signIn("Nurse Amara");

  await test.step("her pair stands among her own", async () => {
    await open(amara, "/pairs");
    await amara.getByRole("main").getByRole("link", { name: "Leïla" }).click();
    await come(amara);
    await expect(amara.getByRole("heading", { level: 1 })).toHaveText("You and Leïla");
  });

  await test.step("what she puts on the agenda stands there, and what was left over is carried on", async () => {
    const agenda = part(amara, "Agenda");
    await expect(agenda.getByRole("listitem").filter({ hasText: "does not agree" })).toContainText("carried over");
    await agenda.getByLabel("Something to talk about").fill("What to do with a long silence");
    await agenda.getByRole("button", { name: "Put it on the agenda" }).click();
    const item = agenda.getByRole("listitem").filter({ hasText: "a long silence" });
    await expect(item).toContainText("from you");
    await item.getByRole("button", { name: "Talked about" }).click();
    await agenda.getByText("What you have talked about").click();
    await expect(agenda.getByRole("button", { name: "Still open" }).first()).toBeVisible();
  });

  await test.step("a goal of Leïla’s is reached", async () => {
    const goal = part(amara, "Goals").getByRole("listitem").filter({ hasText: "Lead one family talk alone" });
    await goal.getByRole("button", { name: /^Reached/ }).click();
    await expect(goal.getByRole("button", { name: "Not reached" })).toBeVisible();
  });

  await test.step("she keeps a note for herself", async () => {
    const notes = part(amara, "My notes");
    await expect(notes).toContainText("Only you read this, ever");
    await notes.getByLabel("For yourself").fill("Let her speak first.");
    await notes.getByRole("button", { name: "Keep my notes" }).click();
    await open(amara, "/pairs/leila-and-amara");
    await expect(notes.getByLabel("For yourself")).toHaveValue("Let her speak first.");
  });

  await test.step("she asks for a break, and goes on", async () => {
    const out = part(amara, "A break, or a close");
    await out.getByText("Take a break", { exact: true }).first().click();
    await out.getByRole("button", { name: "Take a break" }).click();
    await expect(amara.getByRole("main")).toContainText("You asked for a break.");
    await amara.getByRole("button", { name: "Go on" }).click();
    await expect(amara.getByRole("main")).not.toContainText("You asked for a break.");
  });

  await test.step("the next session is filled in", async () => {
    await amara.getByRole("link", { name: "Book next session" }).click();
    await come(amara);
    await expect(amara.getByLabel("What is it called?")).toHaveValue("Amara and Leïla: Palliative talks");
  });
});

test("Priya sees how the pairs of her program are", async ({ signIn }) => {
  const priya = await signIn("Manager Priya");
  await open(priya, "/admin/programs/pairs-for-care/pairs");
  await expect(part(priya, "Stalled").getByRole("row", { name: /Caitríona/ })).toContainText("Emeka Nwosu");
  await expect(part(priya, "On a break").getByRole("row", { name: /Eun-ji/ })).toContainText("Abena Mensah");
});

function part(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}
