// Everything by the keyboard alone: no test here touches a pointer once it is at home.
import type { Locator, Page } from "@playwright/test";
import { expect, open, test } from "../support/kith";

test("somebody asks and somebody agrees without a pointer", async ({ signIn }) => {
  const [priya, jonas] = [await signIn("Manager Priya"), await signIn("Engineer Jonas")];

  await test.step("the palette leads to Jonas", async () => {
    await priya.keyboard.press("Control+k");
    await priya.keyboard.type("jonas w");
    const palette = priya.getByRole("dialog", { name: "Search or jump to" });
    await expect(palette.getByRole("option").first()).toContainText("Jonas Weidner");
    await priya.keyboard.press("ArrowDown");
    await expect(palette.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
    await priya.keyboard.press("Enter");
    await expect(priya).toHaveURL("/people/jonas-weidner");
  });

  await test.step("she asks him", async () => {
    await tabTo(priya, priya.getByRole("link", { name: "Ask Jonas about SQL for reports" }));
    await priya.keyboard.press("Enter");
    await expect(priya.getByRole("heading", { level: 1 })).toBeFocused();
    await tabTo(priya, priya.getByLabel("Your message"));
    await priya.keyboard.press("Control+a");
    await priya.keyboard.type("How many sick days, by team?");
    await tabTo(priya, priya.getByRole("group", { name: /^When\?/ }).getByRole("radio", { checked: true }));
    await priya.keyboard.press("ArrowDown");
    await expect(priya.getByRole("group", { name: /^When\?/ }).getByRole("radio").nth(1)).toBeChecked();
    await tabTo(priya, priya.getByRole("button", { name: "Send to Jonas" }));
    await priya.keyboard.press("Enter");
    await expect(priya.getByRole("heading", { level: 1 })).toHaveText("Learn SQL for reports from Jonas");
    await expect(priya.getByRole("heading", { level: 1 })).toBeFocused();
  });

  await test.step("he agrees", async () => {
    await tabTo(jonas, jonas.getByRole("banner").getByRole("link", { name: /^Notifications/ }));
    await jonas.keyboard.press("Enter");
    await tabTo(jonas, jonas.getByRole("link", { name: /^Priya.*SQL for reports/ }));
    await jonas.keyboard.press("Enter");
    await tabTo(jonas, jonas.getByRole("button", { name: /^Say yes to / }));
    await jonas.keyboard.press("Enter");
    await expect(jonas.getByRole("heading", { name: "You have both said yes." })).toBeVisible();
    await expect(priya.getByRole("heading", { name: "You have both said yes." })).toBeVisible();
  });
});

test("the first Tab skips to the content", async ({ signIn }) => {
  const page = await signIn("Engineer Jonas");
  await open(page, "/people");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a menu walks with arrows and letters, and gives the focus back", async ({ signIn }) => {
  const page = await signIn("Engineer Jonas");
  const button = page.getByRole("banner").getByRole("button", { name: "New" });
  const item = (name: string) => page.getByRole("menu", { name: "New" }).getByRole("menuitem", { name });
  await tabTo(page, button);
  await page.keyboard.press("ArrowDown");
  await expect(item("Offer to teach")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(item("Ask to learn")).toBeFocused();
  await page.keyboard.press("End");
  await expect(item("Plan a session")).toBeFocused();
  await page.keyboard.press("o");
  await expect(item("Offer to teach")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu", { name: "New" })).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(item("Plan a session")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/sessions/new");
});

test("dialog and palette take the focus and give it back", async ({ signIn }) => {
  const page = await signIn("Engineer Jonas");
  await open(page, "/styleguide");
  const ends = page.getByRole("button", { name: "End the program" }).first();
  await ends.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "End Pairs for Care?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  for (let tabs = 0; tabs < 8; tabs += 1) await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main"))).not.toBe("main");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(ends).toBeFocused();

  await page.keyboard.press("/");
  await expect(page.getByRole("dialog", { name: "Search or jump to" }).getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Search or jump to" })).toBeHidden();
  await expect(ends).toBeFocused();
});

test("a combobox takes what the arrows choose, and gives chips back to Backspace", async ({ signIn }) => {
  const page = await signIn("Engineer Jonas");
  await open(page, "/start/2");
  const box = page.getByLabel("Something else");
  const list = page.getByRole("listbox");
  await box.focus();
  await page.keyboard.type("pay");
  await expect(list.getByRole("option")).toHaveText([/Payroll run/]);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(box).toHaveValue("pay");
  await page.keyboard.press("ArrowDown");
  await expect(box).toHaveAttribute("aria-expanded", "true");
  const line = await list.getByRole("option", { name: "Payroll run" }).getAttribute("id");
  await expect(box).toHaveAttribute("aria-activedescendant", line ?? "");
  await page.keyboard.press("Enter");
  const chip = page.getByRole("button", { name: "Remove Payroll run" });
  await expect(chip).toBeVisible();
  await expect(box).toHaveValue("");
  await page.keyboard.press("Backspace");
  await expect(chip).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(chip).toHaveCount(0);
  await expect(box).toBeFocused();
});

/** Presses Tab until `goal` has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, goal: Locator) {
  await goal.waitFor();
  for (let tabs = 0; tabs < 120; tabs += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(goal, "Tab reaches it").toBeFocused();
}
