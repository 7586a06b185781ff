// The door: what strangers see, and becoming somebody.
import { expect, open, test } from "../support/kith";

test("a stranger learns what Kith is and becomes somebody with one press", async ({ stranger }) => {
  const page = await stranger();
  await open(page, "/");
  await expect(page).toHaveURL("/welcome");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Colleagues teach each other what they know.");
  await expect(page.getByRole("heading", { level: 3 })).toHaveText([
    "Nurse Amara",
    "Engineer Jonas",
    "Manager Priya",
    "Admin Sol",
  ]);
});

test("a wrong password is said beside its field, and the address stays", async ({ stranger }) => {
  const page = await stranger();
  await open(page, "/sign-in");
  await page.getByLabel("E-mail address").fill("amara.okafor@fernhill.example");
  await page.getByLabel("Password").fill("not my password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That address and password do not belong together")).toBeVisible();
});
