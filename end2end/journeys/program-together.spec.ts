// Four open browsers on one program: who is here, fields that merge, one that two wrote, members who see it at once; and
// what is typed without a connection.
import type { Page } from "@playwright/test";
import { come, expect, open, pick, test } from "../support/kith";
import { EDITOR, throwAway } from "../support/program";

const MEMBERS = "/programs/pairs-for-care";

test("two admins and two participants: fields merge, one field conflicts, members see it at once", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await becomes(sol, "priya-raman", "program_admin");
  const [priya, amara] = [await signIn("Manager Priya"), await signIn("Nurse Amara")];
  const jonas = await signIn("Engineer Jonas");
  for (const admin of [sol, priya]) await open(admin, EDITOR);
  for (const member of [amara, jonas]) await open(member, MEMBERS);

  // Who is here, and in which field.
  await priya.getByRole("textbox", { name: "Purpose" }).focus();
  await expect(sol.getByText("Priya is typing")).toBeVisible({ timeout: 15_000 });

  // Different fields: nobody is asked anything, and nothing moves where somebody types.
  const seats = sol.getByRole("textbox", { name: "Seats" });
  await seats.fill("2");
  await publishNow(priya, async () => priya.getByRole("textbox", { name: "Purpose" }).fill("Both learn, each at their own pace."));
  await expect(sol.getByRole("textbox", { name: "Purpose" })).toHaveValue("Both learn, each at their own pace.", { timeout: 3_000 });
  await expect(sol.getByText("Priya, just now")).toBeVisible();
  await expect(seats).toBeFocused();
  await sol.keyboard.type("6");
  await expect(seats).toHaveValue("26");
  for (const member of [amara, jonas]) {
    await expect(member.getByText("Both learn, each at their own pace.").first()).toBeVisible({ timeout: 3_000 });
  }

  // The same field: both values, nothing lost, one decides.
  await expect(sol.getByRole("complementary", { name: "1 change, not live yet" })).toBeVisible();
  await publishNow(priya, async () => priya.getByRole("textbox", { name: "Seats" }).fill("25"));
  const card = sol.getByRole("group", { name: "Two values: Seats" });
  await expect(card).toContainText("25 people", { timeout: 3_000 });
  await expect(card).toContainText("26 people");
  await expect(seats).toHaveValue("26");
  await card.getByRole("button", { name: "Use my 26 people" }).click();
  await expect(card).toBeHidden();
  await publishNow(sol, async () => {});
  await expect(priya.getByRole("textbox", { name: "Seats" })).toHaveValue("26", { timeout: 3_000 });
  await retires(sol, priya);
});

test("what is typed while others publish again and again keeps every character, its place and the focus", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await becomes(sol, "priya-raman", "program_admin");
  const priya = await signIn("Manager Priya");
  await open(sol, EDITOR);
  const guidelines = sol.getByRole("textbox", { name: "How this works" });
  await guidelines.focus();
  await guidelines.press("Control+End");
  const before = await guidelines.inputValue();
  const top = async () => (await guidelines.boundingBox())?.y ?? NaN;
  const stood = await top();
  const typed = " Every word of this is typed while somebody else publishes.";
  let live = 0;
  const crowd = (async () => {
    for (; live < 12; live += 1) await publishBesides(priya, ["seats", "minutes", "title", "purpose"][live % 4], live);
  })();
  for (const letter of typed) {
    await sol.keyboard.type(letter);
    // As long as there are letters left, somebody publishes between them.
    await sol.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await expect(guidelines).toBeFocused();
  }
  await crowd;
  expect(live).toBe(12);
  await expect(sol.getByRole("textbox", { name: "Seats" })).toHaveValue("38", { timeout: 5_000 });
  await sol.keyboard.type(" So is this.");
  await expect(guidelines).toHaveValue(`${before}${typed} So is this.`);
  await expect(guidelines).toBeFocused();
  expect(Math.abs((await top()) - stood)).toBeLessThan(2);
  await throwAway(sol);
  await retires(sol, priya);
});

test("what is typed without a connection waits and arrives", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, EDITOR);
  await sol.context().setOffline(true);
  await sol.getByRole("textbox", { name: "Purpose" }).fill("Typed in a tunnel.");
  await expect(sol.getByText("No connection: what you typed waits")).toBeVisible({ timeout: 10_000 });
  await sol.context().setOffline(false);
  await expect(sol.getByText(/^Kept today/)).toBeVisible({ timeout: 15_000 });
  await sol.reload();
  await come(sol);
  await expect(sol.getByRole("textbox", { name: "Purpose" })).toHaveValue("Typed in a tunnel.");
  await throwAway(sol);
});

async function publishNow(page: Page, edit: () => Promise<void>) {
  await edit();
  await expect(page.getByRole("complementary", { name: /not live yet/ })).toBeVisible({ timeout: 10_000 });
  await pick(page.getByRole("radio", { name: "Everyone now" }));
  await expect(page).toHaveURL(/everyone_now/);
  const button = page.getByRole("button", { name: "Publish for everyone now" });
  await expect(button).not.toHaveAttribute("aria-busy", "true");
  await button.click();
  await expect(page.getByRole("complementary", { name: "Nothing changed" })).toBeVisible({ timeout: 10_000 });
}

/** Another admin changes one field and publishes it, as a browser that is not on the screen does. */
async function publishBesides(page: Page, field: string, turn: number) {
  const text = { seats: `${30 + turn}`, minutes: `${44 - turn}`, title: `Pairs for Care ${turn}`, purpose: `Both learn, ${turn}.` }[field];
  const program = "pairs-for-care";
  const post = async (name: string, form: Record<string, string>) => {
    const headers = { origin: new URL(page.url()).origin, accept: "application/json" };
    const answer = await page.request.post(`/api/${name}`, { form: { program, ...form }, headers });
    expect(answer.status(), `${name}: ${await answer.text()}`).toBe(200);
    return answer;
  };
  const look = async () => (await post("program_editor", { query: "form[policy]=everyone_now" })).json();
  const base = `${(await look()).base}`;
  await post("keep_draft", { "form[base]": base, [`form[values][${field}]`]: text ?? "" });
  await post("publish_draft", { "form[policy]": "everyone_now", "form[seen]": (await look()).review.seen });
}

/** The journeys after this one know her as a manager. Her session ends with the role, so her page goes first. */
async function retires(sol: Page, priya: Page) {
  await priya.goto("about:blank");
  await becomes(sol, "priya-raman", "manager");
}

async function becomes(sol: Page, person: string, role: string) {
  const origin = new URL(sol.url()).origin;
  const form = { person, role };
  const answer = await sol.request.post("/api/set_member_role", { form, headers: { origin } });
  expect(answer.status()).toBe(200);
}
