// Finding people and everything else.
import { readFile } from "node:fs/promises";
import { expect, hasScripts, isPhone, open, test } from "../support/kith";

test("the directory forgives a slip, and its address says what it shows", async ({ signIn }) => {
  const page = await signIn("Manager Priya");
  await open(page, "/people");
  const box = page.getByLabel("Name, skill or team");
  const found = page.getByRole("table").getByRole("rowheader");

  await test.step("a letter may be wrong", async () => {
    await box.fill("Achterburg");
    await box.press("Enter");
    await expect(page).toHaveURL(/\/people\?q=Achterburg/);
    await expect(found).toHaveText([/Rosalind Achterberg/]);
    await expect(page.getByText(/No “achterburg” here: showing “achterberg”/i)).toBeVisible();
  });

  await test.step("filters and order stand in the address", async () => {
    await open(page, "/people");
    await page.getByText("Filter", { exact: true }).click();
    await page.getByLabel("Skill", { exact: true }).fill("Infusion pumps");
    await page.getByLabel("At least").selectOption({ label: "can teach" });
    await page.getByLabel("Order").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/\/people\?.*skill=infusion[-+]pumps/i);
    await expect(page).toHaveURL(/level=4/);
    await expect(page).toHaveURL(/sort=/);
    await expect(found).toHaveText([/Rosalind Achterberg/]);
  });

  await test.step("whoever nearly fits stands below", async () => {
    const near = page.getByRole("region", { name: "Near matches" }).getByRole("listitem");
    await expect(near.filter({ hasText: "Amara Okafor" })).toContainText("Infusion pumps");
  });

  await test.step("a view is kept under a name", async () => {
    await page.getByText("Save as a view").click();
    await page.getByLabel("What do you call it?").fill("Pump teachers");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(/view=/);
    await expect(page.getByRole("link", { name: /^Pump teachers/ })).toHaveAttribute("aria-current", /page|true/);
    await expect(found).toHaveText([/Rosalind Achterberg/]);
  });

  await test.step("what is shown can be kept as CSV", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("Rosalind Achterberg");
  });

  await test.step("a filter goes with one press", async () => {
    await page.getByRole("link", { name: /^Remove filter: .*can teach/i }).click();
    await expect(page).not.toHaveURL(/level=/);
    await expect(page).toHaveURL(/skill=infusion[-+]pumps/i);
    await expect(found.filter({ hasText: "Amara Okafor" })).toBeVisible();
    await page.getByRole("link", { name: /^Pump teachers/ }).click();
    await page.getByRole("button", { name: "Drop “Pump teachers”" }).click();
    await expect(page.getByRole("link", { name: /^Pump teachers/ })).toHaveCount(0);
  });
});

test("the box in the top bar leads to people, skills, teams and pages", async ({ signIn }) => {
  const page = await signIn("Manager Priya");
  if (!hasScripts()) {
    await page.getByRole("banner").getByLabel("Search or jump to").fill("handover");
    await page.getByRole("banner").getByLabel("Search or jump to").press("Enter");
    await expect(page).toHaveURL("/search?q=handover");
    await page.getByRole("main").getByRole("link", { name: "Clinical handover" }).click();
    await expect(page).toHaveURL("/skills/clinical-handover");
    return;
  }
  const bar = page.getByRole("banner");
  await (isPhone() ? bar.getByRole("link", { name: "Search" }) : bar.getByLabel("Search or jump to")).click();
  const palette = page.getByRole("dialog", { name: "Search or jump to" });
  const box = palette.getByRole("combobox");
  await expect(box).toBeFocused();
  const rows = [
    ["People", "okafr", "Amara Okafor"],
    ["Skills", "cold ch", "Cold chain"],
    ["Teams", "care ea", "Care East"],
    ["Pages", "contin", "Continuity"],
  ] as const;
  for (const [group, typed, name] of rows) {
    await box.fill(typed);
    await expect(palette.getByRole("group", { name: group }).getByRole("option", { name })).toBeVisible();
  }
  await palette.getByRole("option", { name: "Continuity" }).click();
  await expect(page).toHaveURL("/continuity");
  await expect(palette).toBeHidden();
});
