// What skills aim at, changed where program admins do it for many at once.
import type { Page } from "@playwright/test";
import { come, expect, open, pick } from "./kith";

/** What is set; what is left out stays as it is. */
export type Aim = { criticality?: string; people?: number; level?: string };

/** Ticks the skills and says what they should aim at, up to the preview. */
export async function previewAim(page: Page, skills: string[], aim: Aim) {
  for (const skill of skills) await pick(page.getByRole("checkbox", { name: `Choose ${skill}`, exact: true }));
  const change = page.getByRole("group", { name: "Change the ticked skills to" });
  if (aim.criticality) await change.getByLabel("Criticality").selectOption({ label: aim.criticality });
  if (aim.people !== undefined) await change.getByLabel("People").fill(String(aim.people));
  if (aim.level) await change.getByLabel("Level").selectOption({ label: aim.level });
  await change.getByRole("button", { name: "Preview" }).click();
  await expect(beforeSaving(page)).toBeVisible();
  await come(page);
}

/** Changes what skills aim at, as the preview says. */
export async function aim(page: Page, skills: string[], aim: Aim) {
  await open(page, "/continuity/targets");
  await previewAim(page, skills, aim);
  await save(page);
}

/** Does what the preview promises. */
export async function save(page: Page) {
  await beforeSaving(page).getByRole("button", { name: /^Change \d+ skills?$/ }).click();
  await expect(page.getByText(/^You changed .+ skills?, [^.]+\.$/)).toBeVisible();
  await expect(beforeSaving(page)).toBeHidden();
}

/** Puts the last change back. */
export async function undo(page: Page) {
  await open(page, "/continuity/targets");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/You put it back, [^.]+\.$/)).toBeVisible();
}

export function beforeSaving(page: Page) {
  return page.getByRole("region", { name: "Before you save" });
}
