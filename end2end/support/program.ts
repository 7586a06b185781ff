// A program's editor, as whoever edits uses it.
import type { Page } from "@playwright/test";
import { expect, hasScripts } from "./kith";

export const EDITOR = "/admin/programs/pairs-for-care";

/** With JavaScript the draft follows by itself; without it a button keeps it. */
export async function keep(page: Page) {
  if (hasScripts()) await expect(page.getByText(/^Kept today/)).toBeVisible({ timeout: 10_000 });
  else await page.getByRole("button", { name: "Check the changes" }).last().click();
}

export async function throwAway(page: Page) {
  await page.getByText("Throw my changes away").click();
  await page.getByRole("button", { name: "Throw them away" }).click();
  await expect(page.getByRole("complementary", { name: "Nothing changed" })).toBeVisible();
}
