// The frame around every page: the five places, the same on every screen, and the one next step.
import { expect, test } from "../support/kith";

test("the five places stand in the same order on every screen", async ({ signIn }) => {
  const page = await signIn("Nurse Amara");
  if (test.info().project.name === "phone") {
    await expect(page.getByRole("navigation", { name: "Main, bottom" })).toMatchAriaSnapshot(`
      - navigation "Main, bottom":
        - link "Home"
        - link "People"
        - link "Learn"
        - link "Celebrate"
        - link "Me"
    `);
    await expect(page.getByRole("navigation", { name: "Main", exact: true })).toBeHidden();
  } else {
    await expect(page.getByRole("navigation", { name: "Main", exact: true })).toMatchAriaSnapshot(`
      - navigation "Main":
        - link "Kith, home"
        - list:
          - listitem:
            - link "Home"
          - listitem:
            - link "People"
            - list:
              - listitem:
                - link "Skills atlas"
              - listitem:
                - link "Teams"
              - listitem:
                - link "Continuity"
          - listitem:
            - link "Learn"
          - listitem:
            - link "Celebrate"
          - listitem:
            - link "Me"
    `);
  }
});

test("home names one next step, with its reason and a way to put it off", async ({ signIn }) => {
  const page = await signIn("Engineer Jonas");
  const next = page.getByRole("region", { name: /^Confirm .+ with Amara$/ });
  await expect(next).toMatchAriaSnapshot(`
    - region /Confirm .+ with Amara/:
      - paragraph: /Your next step/
      - heading /Confirm .+ with Amara/ [level=2]
      - paragraph: /Amara has been waiting since/
      - button /Confirm/
      - button "Not now"
      - button "Why this?"
  `);
  await next.getByRole("button", { name: "Why this?" }).click();
  await expect(page.getByText("Someone is waiting on you. That goes before everything else.")).toBeVisible();
  await page.keyboard.press("Escape");
  await next.getByRole("button", { name: "Not now" }).click();
  await page.getByRole("menuitem", { name: "Tomorrow" }).click();
  await expect(next).toHaveCount(0);
});
