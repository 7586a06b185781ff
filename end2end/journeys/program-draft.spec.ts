// A draft of a program: kept as it was typed, arranged by buttons, put off to a day; and the program paused meanwhile.
import { come, expect, hasScripts, open, test } from "../support/kith";
import { EDITOR, keep, throwAway } from "../support/program";

test("what cannot be read stands beside its field with what was typed", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, EDITOR);
  await sol.getByRole("textbox", { name: "How often people meet" }).fill("every blue moon");
  await keep(sol);
  await expect(sol.locator(".field-error")).toContainText("every");
  await expect(sol.getByRole("textbox", { name: "How often people meet" })).toHaveValue("every blue moon");
  await sol.reload();
  await come(sol);
  await expect(sol.getByRole("textbox", { name: "How often people meet" }), "a reload keeps it").toHaveValue("every blue moon");
  await throwAway(sol);
});

test("stages move, come and go by buttons", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, EDITOR);
  const names = sol.locator(".stage-head .rows-title");
  const before = await names.allTextContents();
  await sol.getByRole("button", { name: `Move down: ${before[0]}` }).click();
  await expect(names).toHaveText([before[1]!, before[0]!, ...before.slice(2)]);
  await sol.getByRole("button", { name: "Add a stage" }).click();
  await expect(names.last()).toHaveText("New stage");
  await throwAway(sol);
  await expect(names).toHaveText(before);
});

test("a change waits for its day and can be called off", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, EDITOR);
  await sol.getByRole("textbox", { name: "Seats" }).fill("30");
  await keep(sol);
  await sol.getByText("Schedule it for a day").click();
  await sol.getByLabel("Goes live on").fill(inDays(20));
  await sol.getByRole("button", { name: hasScripts() ? "Schedule" : /^Publish/, exact: true }).first().click();
  await expect(sol.getByRole("heading", { name: "Still on its way" })).toBeVisible();
  await sol.getByRole("button", { name: "Call it off" }).click();
  await expect(sol.getByRole("heading", { name: "Still on its way" })).toBeHidden();
  await expect(sol.getByRole("textbox", { name: "Seats" })).toHaveValue("30");
  await throwAway(sol);
});

test("the program is paused and goes on", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, EDITOR);
  await sol.getByRole("button", { name: "Pause" }).click();
  await expect(sol.locator(".facts")).toContainText("Paused");
  await sol.getByRole("button", { name: "Go on" }).click();
  await expect(sol.locator(".facts")).toContainText("Running");
});

/** A day as a form holds it, so many days from now. */
function inDays(days: number) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
