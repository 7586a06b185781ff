// The risk board: its lists, what falls without somebody, how risk went, and where it is thin.
import type { Locator, Page } from "@playwright/test";
import { come, expect, hasScripts, open, test } from "../support/kith";
import { aim, undo } from "../support/targets";

test("every list of the board holds what its name says, as many as its tab counts", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, "/continuity");

  await test.step("what nobody covers", async () => {
    const list = await turnTo(sol, "No cover", "What nobody covers");
    for (const row of await list.getByRole("row").filter({ has: sol.getByRole("rowheader") }).all()) {
      await expect(row.getByRole("rowheader")).toContainText(/, 0 of \d/);
      await expect(row.getByRole("cell").nth(1)).toHaveText("Nobody");
    }
    await expect(list.getByRole("row", { name: /^Generator start-up/ })).toContainText("0 of 2 · critical");
  });

  await test.step("what one person covers, with their name", async () => {
    const list = await turnTo(sol, "Single cover", "What one person covers");
    for (const row of await list.getByRole("rowheader").all()) await expect(row).toContainText(/, 1 of \d/);
    const payroll = list.getByRole("row", { name: /^Payroll run/ });
    await expect(payroll.getByRole("link", { name: "Hyacinth Palmer" })).toBeVisible();
  });

  await test.step("both stand in the list of all that is below target, the most pressing first", async () => {
    const list = await turnTo(sol, "Below target", "What breaks first");
    await expect(list.getByRole("row", { name: /^Generator start-up/ })).toBeVisible();
    await expect(list.getByRole("row", { name: /^Payroll run/ })).toBeVisible();
    await expect(list.getByRole("row").nth(1)).toContainText("critical");
  });

  await test.step("skills that are not critical come on demand", async () => {
    const critical = await counted(sol, "Below target");
    await sol.getByRole("link", { name: "Also skills that are not critical" }).click();
    await expect(sol).toHaveURL(/show=all/);
    await expect(sol.getByRole("link", { name: "Remove filter: Also skills that are not critical" })).toBeVisible();
    expect(await counted(sol, "Below target")).toBeGreaterThan(critical);
    await expect(sol.getByRole("row", { name: /^Sign language basics/ })).toContainText("1 of 2 · low");
  });
});

test("a skill that its last person leaves goes stale for those who may know it", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];
  await open(sol, "/continuity");
  const stale = await turnTo(sol, "Going stale", "What goes away by itself");
  const payroll = stale.getByRole("row", { name: /^Payroll run/ });
  await expect(payroll).toContainText("1 → 0 of 2");
  await expect(payroll).toContainText(/one person leaves/i);
  await expect(payroll.getByRole("link", { name: "Hyacinth Palmer" })).toBeVisible();

  await open(jonas, "/continuity?view=expiring");
  await expect(jonas.getByRole("region", { name: "What goes away by itself" })).toBeVisible();
  await expect(jonas.getByRole("main")).not.toContainText(/Hyacinth|leaves/);
});

test("two skills on one head are one worry, and who that is stands only where it may", async ({ signIn }) => {
  const [sol, jonas] = [await signIn("Admin Sol"), await signIn("Engineer Jonas")];
  await aim(sol, ["Network basics"], { level: "can teach" });

  const together = (page: Page) => {
    const groups = page.getByRole("region", { name: "What hangs on one person" }).getByRole("listitem");
    return groups.filter({ hasText: "Network basics" }).filter({ hasText: "Backup restore" });
  };
  await open(jonas, "/continuity?view=concentration");
  await expect(together(jonas)).toContainText("Two skills hang on one person");
  await expect(together(jonas)).not.toContainText("Noor");
  await expect(together(jonas).getByRole("link", { name: "What falls" })).toHaveCount(0);

  await open(sol, "/continuity?view=concentration");
  await expect(together(sol)).toContainText("Noor Halabi");
  await together(sol).getByRole("link", { name: "What falls" }).click();
  await expect(title(sol)).toHaveText("If Noor Halabi is away");
  for (const skill of ["Network basics", "Backup restore"]) {
    await expect(fall(sol, skill)).toContainText(/1 → 0 of \d/);
    await expect(fall(sol, skill)).toContainText("Nobody left");
  }
  await undo(sol);
});

test("what falls is told for one, for two, and for a team", async ({ signIn }) => {
  const sol = await signIn("Admin Sol");
  await open(sol, "/continuity");
  await sol.getByRole("link", { name: "What if somebody is away" }).click();
  await expect(sol.getByRole("main")).toContainText("Choose who is away, and see which skills fall.");

  await test.step("one", async () => {
    await takeOut(sol, "Who is away?", "Rosalind Achterberg");
    await expect(title(sol)).toHaveText("If Rosalind Achterberg is away");
    await expect(fall(sol, "Infusion pumps")).toContainText(/1 → 0 of 3.*Nobody left/s);
    await expect(fall(sol, "Catheter care")).not.toContainText("Nobody left");
    await expect(fall(sol, "Palliative talks")).toHaveCount(0);
  });

  const lost = await fallen(sol).count();
  await test.step("two", async () => {
    await takeOut(sol, "Who else?", "Amara Okafor");
    await expect(title(sol)).toHaveText("If Amara Okafor and Rosalind Achterberg are away");
    await expect(fall(sol, "Infusion pumps")).toContainText("Nobody left");
    await expect(fall(sol, "Palliative talks")).toContainText(/1 → 0 of 3.*Nobody left/s);
    expect(await fallen(sol).count()).toBeGreaterThan(lost);
  });

  await test.step("the first comes back", async () => {
    await sol.getByRole("link", { name: "Remove filter: Rosalind Achterberg" }).click();
    await expect(title(sol)).toHaveText("If Amara Okafor is away");
    await expect(fall(sol, "Infusion pumps")).toHaveCount(0);
  });

  await test.step("a whole team, with the team below it", async () => {
    await open(sol, "/continuity/what-if");
    await sol.getByLabel("A whole team?").selectOption({ label: "Care East" });
    await sol.getByRole("button", { name: "See what falls" }).click();
    await expect(title(sol)).toHaveText("If everybody in Care East is away");
    await expect(sol.getByRole("main")).toContainText(/skills fall: nobody is left for \w+/);
    expect(await fallen(sol).count()).toBeGreaterThan(lost);
    await expect(fall(sol, "Palliative talks")).toContainText("Nobody left");
  });
});

test("members ask what hangs on them, and about nobody else", async ({ signIn }) => {
  const amara = await signIn("Nurse Amara");
  await open(amara, "/continuity");
  await amara.getByRole("link", { name: "What hangs on me" }).click();
  await expect(title(amara)).toHaveText("If you are away");
  await expect(fall(amara, "Palliative talks")).toContainText("Nobody left");
  await expect(amara.getByRole("button", { name: "See what falls" })).toHaveCount(0);
  const asked = await amara.request.get("/continuity/what-if?person=rosalind-achterberg");
  const answer = await asked.text();
  expect(answer).toContain("You can ask what would fall without you.");
  expect(answer).not.toContain("Infusion pumps");
});

test("how risk went is a sentence, a line and the same numbers", async ({ signIn }) => {
  const page = await signIn("Manager Priya");
  await open(page, "/continuity");
  const trend = page.getByRole("region", { name: "How it went" });
  const line = trend.getByRole("img", { name: /^Risk (fell|rose) from \d+ to \d+ in 1[12] weeks\.$/ });
  await expect(line).toBeVisible();
  await trend.getByText("Show table").click();
  const table = trend.getByRole("table", { name: "Risk over time" });
  await expect(table.getByRole("rowheader").last()).toHaveText("Today");
  const days = table.getByRole("row").filter({ has: page.getByRole("rowheader") });
  const weeks = (await days.count()) - 1;
  const risk = async (day: Locator) => (await day.getByRole("cell").first().innerText()).trim();
  await expect(trend).toContainText(`from ${await risk(days.first())} to ${await risk(days.last())} in ${weeks} weeks.`);
});

test("where it is thin is a table that adds up, for all and for one team", async ({ signIn }) => {
  const page = await signIn("Manager Priya");
  await open(page, "/continuity");
  const map = page.getByRole("table", { name: "People who cover a skill, over people who work with it, by team" });
  const skills = await map.getByRole("columnheader").count();
  // The team, ten skills, and what they come to.
  expect(skills).toBe(12);
  await expect(map.getByRole("columnheader", { name: /Infusion pumps/ })).toContainText("critical");

  const numbers = async (row: number) => {
    const cells = await map.getByRole("row").nth(row).getByRole("cell").allInnerTexts();
    expect(cells).toHaveLength(skills - 1);
    return cells.map((text) => /not needed/.test(text) ? [0, 0] : text.match(/\d+/g)!.map(Number));
  };
  const teams = (await map.getByRole("rowheader").count()) - 1;
  const sums = Array.from({ length: skills - 1 }, () => [0, 0]);
  for (let row = 1; row <= teams; row += 1) {
    const shown = await numbers(row);
    const whole = shown.slice(0, -1).reduce(([have, need], [more, of]) => [have! + more!, need! + of!], [0, 0]);
    expect(shown.at(-1), "all shown of a team").toEqual(whole);
    shown.forEach(([have, need], column) => {
      expect(have).toBeLessThanOrEqual(need!);
      sums[column]![0]! += have!;
      sums[column]![1]! += need!;
    });
  }
  expect(await numbers(teams + 1), "all shown").toEqual(sums);

  await page.getByLabel("Team", { exact: true }).selectOption({ label: "Care East" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/team=care-east/);
  await expect(map.getByRole("rowheader")).toHaveText([/^(Care East|Night Team)/, /^(Care East|Night Team)/, "All shown"]);
});

/** Turns to a list of the board and returns it, once it holds as many rows as its tab counts. */
async function turnTo(page: Page, tab: string, title: string) {
  const link = tabs(page).getByRole("link", { name: new RegExp(`^${tab}`) });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "page");
  const list = page.getByRole("region", { name: title });
  await expect(list.getByRole("rowheader")).toHaveCount(await counted(page, tab));
  return list;
}

function tabs(page: Page) {
  return page.getByRole("navigation", { name: "Skills at risk" });
}

/** How many a tab says that its list holds. */
async function counted(page: Page, tab: string) {
  const text = await tabs(page).getByRole("link", { name: new RegExp(`^${tab}`) }).innerText();
  return Number(text.match(/\d+/)![0]);
}

/** Takes one more person out, by choosing or, without JavaScript, by writing the name. */
async function takeOut(page: Page, label: string, name: string) {
  await page.getByLabel(label).fill(name);
  if (hasScripts()) await page.getByRole("option", { name }).click();
  await page.getByRole("button", { name: "See what falls" }).click();
  await expect(page.getByRole("link", { name: `Remove filter: ${name}` })).toBeVisible();
  await come(page);
}

function title(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

function fallen(page: Page) {
  return page.getByRole("table", { name: "Skills that fall" }).getByRole("rowheader");
}

function fall(page: Page, skill: string) {
  return page.getByRole("table", { name: "Skills that fall" }).getByRole("row", { name: new RegExp(`^${skill}`) });
}
