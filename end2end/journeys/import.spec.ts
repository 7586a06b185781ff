// Bringing an organisation in, and taking it back.
import { readFile } from "node:fs/promises";
import { expect, open, test } from "../support/kith";

const people = file(
  "people.csv",
  // As Excel writes it: a mark at the start, semicolons, CRLF.
  `\uFEFFname;e-mail;team;job;shoe size\r
Ottilie Brandvold;ottilie@fernhill.example;Night desk;Night porter;38\r
"Quist; Cosmo";cosmo@fernhill.example;Night desk;Porter;44\r
Zadie Kerrigan;zadie at fernhill;Night desk;Porter;40\r
`,
);
const teams = file("teams.csv", "team,parent\nNight desk,\n");
const levels = file("levels.csv", "person\tskill\tlevel\nottilie@fernhill.example\tCold chain\t4\ncosmo@fernhill.example\tCold chian\t2\n");

test("files come in after a dry run, without the rows that are wrong, and go again", async ({ signIn }) => {
  const page = await signIn("Admin Sol");
  await open(page, "/admin/import");

  await test.step("a file that is no table is refused beside its field", async () => {
    await page.getByLabel("CSV files").setInputFiles(file("empty.csv", ""));
    await page.getByRole("button", { name: "Upload and look at the columns" }).click();
    await expect(page.getByRole("alert")).toContainText("empty.csv");
  });

  await test.step("columns are recognised, with some of their values", async () => {
    await page.getByLabel("CSV files").setInputFiles([teams, people, levels]);
    await page.getByRole("button", { name: "Upload and look at the columns" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is in these files?");
    await expect(page.getByLabel("e-mail means")).toHaveValue("email");
    await expect(page.getByRole("row", { name: /^e-mail/ })).toContainText("ottilie@fernhill.example");
    await expect(page.getByLabel("shoe size means")).toHaveValue("");
    await expect(page.getByRole("row", { name: /^shoe size/ })).toContainText("38 · 44");
    await page.getByRole("button", { name: "Check what would happen" }).click();
  });

  await test.step("the dry run counts, and groups what is wrong by what mends it", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would happen");
    await expect(page.getByRole("status").getByText("4 new · 2 left out")).toBeVisible();
    const out = page.getByRole("region", { name: "Rows that stay out" });
    await expect(out.getByRole("heading", { name: /^Correct what cannot be read/ })).toBeVisible();
    await expect(out.getByRole("listitem").filter({ hasText: "Row 4, e-mail" }).last()).toContainText("will be skipped");
    await expect(out.getByRole("heading", { name: /^Add what is named here, or correct its name/ })).toBeVisible();
    await expect(out.getByText("did you mean “Cold chain”?")).toBeVisible();
    const soFar = await page.request.get("/people.csv?q=Brandvold");
    expect(await soFar.text(), "nothing is written before Import").not.toContain("Brandvold");
  });

  await test.step("rows that stay out can be downloaded, each with its error", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download these rows of people.csv" }).click(),
    ]);
    const rows = await readFile(await download.path(), "utf8");
    expect(rows).toMatch(/Write an e-mail address.*Zadie Kerrigan,zadie at fernhill/);
    expect(rows).not.toContain("ottilie");
  });

  await test.step("then they are people", async () => {
    await page.getByRole("button", { name: "Import 4 rows" }).click();
    await expect(page.getByText("Imported.", { exact: true })).toBeVisible({ timeout: 15_000 });
    await page.getByRole("link", { name: "See your people" }).click();
    await page.getByLabel("Name, skill or team").fill("Brandvold");
    await page.getByLabel("Name, skill or team").press("Enter");
    await expect(page.getByRole("link", { name: "Ottilie Brandvold" })).toBeVisible();
  });

  await test.step("undone, they never came", async () => {
    await open(page, "/admin/import");
    await page.getByRole("table", { name: "Earlier imports" }).getByRole("link").first().click();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await expect(page.getByText("Undone. The organisation is as it was before.")).toBeVisible({ timeout: 15_000 });
    await open(page, "/people?q=Brandvold");
    await expect(page.getByRole("region", { name: "No one matches" })).toBeVisible();
  });
});

function file(name: string, text: string) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}
