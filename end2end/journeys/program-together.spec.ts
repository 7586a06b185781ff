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

test("what another admin left unpublished is taken over, and they are told", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await becomes(sol, "priya-raman", "program_admin");
  const priya = await signIn("Manager Priya");
  await keepBesides(priya, "purpose", "Both learn, as Priya meant it.");
  await open(sol, EDITOR);
  const others = sol.getByRole("region", { name: "Changes of others, not live" });
  await expect(others).toContainText("Purpose");
  await others.getByText("Take them over").click();
  // As long as Priya was here a moment ago, as after another journey, they are in her hands.
  await expect(async () => {
    await others.getByRole("button", { name: "Take over Priya’s changes" }).click();
    await expect(sol.getByRole("textbox", { name: "Purpose" })).toHaveValue("Both learn, as Priya meant it.", { timeout: 3_000 });
  }).toPass({ timeout: 60_000, intervals: [5_000] });
  await expect(others).toBeHidden();
  await open(priya, "/notifications");
  await expect(priya.getByRole("main")).toContainText("took over what you had changed in");
  await throwAway(sol);
  await retires(sol, priya);
});

test("a button of the form that is pressed without a connection waits, and adds once", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, EDITOR);
  const names = sol.locator(".stage-head .rows-title");
  const before = await names.allTextContents();
  await sol.context().setOffline(true);
  await sol.getByRole("button", { name: "Add a stage" }).click();
  await expect(sol.getByText("No connection: what you typed waits")).toBeVisible({ timeout: 10_000 });
  await expect(names).toHaveText(before);
  await sol.context().setOffline(false);
  await expect(names).toHaveText([...before, "New stage"], { timeout: 15_000 });
  await sol.reload();
  await come(sol);
  await expect(names).toHaveText([...before, "New stage"]);
  await throwAway(sol);
});

test("a step that is ticked without a connection is ticked once there is one, and once only", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];
  const path = await begun(sol, `Tunnel pairs ${Date.now()}`);
  await open(jonas, `/programs/${path}`);
  await jonas.getByRole("button", { name: "Join", exact: true }).click();
  const stages = jonas.getByRole("region", { name: "Stages" });
  const tick = stages.getByRole("button", { name: /^Tick / }).first();
  await expect(tick).toBeVisible();
  const title = (await tick.innerText()).replace(/^Tick\s+/, "");
  const step = stages.getByRole("listitem").filter({ hasText: title }).last();

  await jonas.context().setOffline(true);
  await tick.click();
  await expect(jonas.getByText(/waits in this browser and is sent/)).toBeVisible();
  await expect(step).not.toContainText("done on");

  // Whoever closes the page loses nothing of it.
  await jonas.goto("about:blank");
  await jonas.context().setOffline(false);
  await open(jonas, `/programs/${path}`);
  await expect(step).toContainText("done on", { timeout: 15_000 });
  await expect(jonas.getByText(/waits in this browser and is sent/)).toBeHidden();
  await jonas.reload();
  await come(jonas);
  await expect(stages.getByText("done on")).toHaveCount(1);
});

/** Makes a mentorship program that everybody can join, and starts it; the last part of its address. */
async function begun(admin: Page, title: string) {
  await open(admin, "/new/program?kind=mentorship");
  await admin.getByRole("textbox", { name: "Name", exact: true }).fill(title);
  await admin.getByRole("button", { name: "Make it" }).click();
  await expect(admin).toHaveURL(/\/admin\/programs\/tunnel-pairs/);
  const path = new URL(admin.url()).pathname.split("/").pop()!;
  await open(admin, `/admin/programs/${path}`);
  await admin.getByRole("button", { name: "Open to join" }).click();
  await admin.getByRole("button", { name: "Start", exact: true }).click();
  await expect(admin.locator(".facts").first()).toContainText("Running");
  return path;
}

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
  await keepBesides(page, field, text ?? "");
  const { seen } = (await look(page)).review;
  await post(page, "publish_draft", { "form[policy]": "everyone_now", "form[seen]": seen });
}

/** The same, kept and not published. */
async function keepBesides(page: Page, field: string, text: string) {
  await post(page, "keep_draft", { "form[base]": `${(await look(page)).base}`, [`form[values][${field}]`]: text });
}

async function look(page: Page) {
  return (await post(page, "program_editor", { query: "form[policy]=everyone_now" })).json();
}

async function post(page: Page, name: string, form: Record<string, string>) {
  const headers = { origin: new URL(page.url()).origin, accept: "application/json" };
  const answer = await page.request.post(`/api/${name}`, { form: { program: "pairs-for-care", ...form }, headers });
  expect(answer.status(), `${name}: ${await answer.text()}`).toBe(200);
  return answer;
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
