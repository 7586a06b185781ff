// Sessions: a lunch-and-learn is hosted and filled, the line moves up while others look on, times are voted on; and the
// calendar, which is a table where there is room and a list on phones.
import type { Page } from "@playwright/test";
import { choose, come, expect, hasScripts, isPhone, lookAgain, open, pick, test } from "../support/kith";

test("a lunch-and-learn is hosted, filled, and its line moves up before everybody’s eyes", async ({ signIn }) => {
  const [jonas, amara] = [await signIn("Engineer Jonas"), await signIn("Nurse Amara")];
  const priya = await signIn("Manager Priya");
  const title = `Joins at lunch ${Date.now()}`;

  await test.step("Jonas plans it, with one seat", async () => {
    await open(jonas, "/sessions");
    await jonas.getByRole("main").getByRole("link", { name: "Plan a session" }).click();
    await expect(jonas.getByRole("heading", { level: 1 })).toHaveText("Plan a session");
    await come(jonas);
    await jonas.getByLabel("What is it called?").fill(title);
    await choose(jonas, "What is taught?", "SQL for reports");
    await jonas.getByLabel("Day", { exact: true }).fill(dayIn(10));
    await jonas.getByLabel("Starts").fill("12:30");
    await jonas.getByLabel("Where?").fill(`Kitchen ${Date.now()}`);
    await jonas.getByLabel("How many seats?").fill("1");
    await jonas.getByRole("button", { name: "Plan it" }).click();
    await expect(jonas.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(seats(jonas)).toContainText("1 seat left of 1");
  });
  const place = new URL(jonas.url()).pathname;

  await test.step("Amara finds it in the calendar and saves the seat", async () => {
    await open(amara, `/sessions?view=agenda&on=${dayIn(10)}`);
    await amara.getByRole("link", { name: title }).click();
    await expect(amara.getByRole("heading", { level: 1 })).toHaveText(title);
    await come(amara);
    await amara.getByRole("button", { name: /^Save my seat/ }).click();
    await expect(seats(amara)).toContainText("You have a seat.");
  });

  await test.step("Jonas, whose page was open all along, sees who comes", async () => {
    await lookAgain(jonas);
    await expect(seats(jonas)).toContainText("Full: all 1 seats are taken");
    await expect(whoComes(jonas)).toContainText("Amara Okafor");
  });

  await test.step("Priya gets a place in line that she can see", async () => {
    await open(priya, place);
    await priya.getByRole("button", { name: "Get in line" }).click();
    await expect(seats(priya)).toContainText("You are 1st in line.");
  });

  await test.step("Amara gives her seat back, and Priya sees that it is held for her", async () => {
    await amara.getByRole("button", { name: "Give my seat back" }).click();
    await expect(seats(amara)).toContainText("You said that you do not come.");
    await lookAgain(priya);
    await expect(seats(priya)).toContainText("A seat is held for you until");
  });

  await test.step("it is the next thing to do on her home page, and she takes it", async () => {
    await open(priya, "/");
    await expect(priya.getByRole("heading", { name: `Take your seat in ${title}` })).toBeVisible();
    await priya.getByRole("link", { name: "Take the seat" }).click();
    await come(priya);
    await priya.getByRole("button", { name: "Take the seat" }).click();
    await expect(seats(priya)).toContainText("You have a seat.");
    await lookAgain(jonas);
    await expect(whoComes(jonas)).toContainText("Priya Raman");
  });

  await test.step("she asks something, and Jonas replies", async () => {
    await priya.getByLabel("Your question").fill("Is a rota one table or two?");
    await priya.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(questions(priya)).toContainText("Is a rota one table or two?");
    await lookAgain(jonas);
    await questions(jonas).locator("summary").filter({ hasText: "Reply" }).first().click();
    await jonas.getByLabel("Your reply").fill("Two, and that is the point.");
    await questions(jonas).getByRole("button", { name: "Reply" }).click();
    await lookAgain(priya);
    await expect(questions(priya)).toContainText("Two, and that is the point.");
  });

  await test.step("Jonas calls it off, and everybody reads why", async () => {
    await jonas.getByText("Call all of it off").click();
    await jonas.getByLabel("Why?").last().fill("The kitchen is being painted.");
    await jonas.getByRole("button", { name: "Call it off" }).click();
    await expect(jonas.getByRole("main")).toContainText("Jonas Weidner called it off. The kitchen is being painted.");
    await lookAgain(priya);
    await expect(priya.getByRole("main")).toContainText("Jonas Weidner called it off.");
    await expect(priya.getByRole("button", { name: "Give my seat back" })).toHaveCount(0);
  });
});

test("a series shows its first dates while it is planned, and a date of it can be moved", async ({ signIn }) => {
  const jonas = await signIn("Engineer Jonas");
  await open(jonas, "/sessions/new?skill=sql-for-reports");
  await jonas.getByLabel("What is it called?").fill(`Joins every week ${Date.now()}`);
  await pick(jonas.getByRole("radio", { name: /^Again and again/ }));
  await jonas.getByLabel("Day", { exact: true }).fill(dayIn(30));
  await jonas.getByLabel("Starts").fill("08:15");
  await jonas.getByLabel("How often?").fill(`every week on ${weekday(dayIn(30))}`);
  await jonas.getByLabel("Number of dates", { exact: true }).fill("3");
  await jonas.getByLabel("Where?").fill(`Harbour Road ${Date.now()}`);
  if (hasScripts()) {
    await expect(jonas.getByRole("listitem").filter({ hasText: "08:15" })).toHaveCount(3);
  }
  await jonas.getByRole("button", { name: "Plan it" }).click();
  const dates = jonas.getByRole("region", { name: "All dates" });
  await expect(dates.getByRole("listitem")).toHaveCount(3);
  await come(jonas);
  await jonas.getByText("Move this date, or meet elsewhere").click();
  await jonas.getByLabel("Starts").fill("09:45");
  await jonas.getByLabel("What should people know about it?").fill("The room is taken until half past nine.");
  await jonas.getByRole("button", { name: "Change this date" }).click();
  await expect(jonas.getByRole("main")).toContainText("This date was moved. The room is taken until half past nine.");
  await expect(dates.getByRole("listitem").first()).toContainText("moved");
});

test("several times are proposed, voted on and settled", async ({ signIn }) => {
  const [sol, amara] = [await signIn("Admin Sol"), await signIn("Nurse Amara")];
  await open(sol, "/sessions/new?skill=door-and-key-system");
  await sol.getByLabel("What is it called?").fill(`Keys, all of them ${Date.now()}`);
  await pick(sol.getByRole("radio", { name: /^Propose several/ }));
  await sol.getByLabel("Time 1").fill(`${dayIn(12)}T16:30`);
  await sol.getByLabel("Time 2").fill(`${dayIn(13)}T16:30`);
  await sol.getByLabel("Time 3").fill("");
  await sol.getByLabel("Where?").fill(`Lodge ${Date.now()}`);
  await sol.getByRole("button", { name: "Plan it" }).click();
  const poll = (page: Page) => page.getByRole("region", { name: "Which time suits?" });
  await expect(poll(sol)).toContainText("No people have voted.");
  await open(amara, new URL(sol.url()).pathname);
  await pick(poll(amara).getByRole("group").nth(1).getByRole("radio", { name: "suits me" }));
  await amara.getByRole("button", { name: "Save my votes" }).click();
  await expect(poll(amara)).toContainText("1 yes · 0 if needed · 0 no");
  await lookAgain(sol);
  await expect(poll(sol).getByRole("listitem").nth(1)).toContainText("suits most");
  await poll(sol).getByRole("button", { name: /^Settle it/ }).nth(1).click();
  await expect(seats(sol)).toBeVisible();
  // Whom that time suits has a seat.
  await lookAgain(amara);
  await expect(seats(amara)).toContainText("You have a seat.");
});

test("what cannot be planned is said beside its field, and nothing is lost", async ({ signIn }) => {
  const jonas = await signIn("Engineer Jonas");
  await open(jonas, "/sessions/new?skill=sql-for-reports");
  await jonas.getByLabel("What is it called?").fill("Joins in the past");
  await jonas.getByLabel("Where?").fill("Kitchen");
  await jonas.getByRole("button", { name: "Plan it" }).click();
  await expect(jonas.getByRole("main")).toContainText("Choose a day, or one of the times offered.");
  await expect(jonas.getByLabel("What is it called?")).toHaveValue("Joins in the past");
  await expect(jonas.getByLabel("Where?")).toHaveValue("Kitchen");
});

test("the calendar is a table where there is room, and a list on phones", async ({ signIn }) => {
  const jonas = await signIn("Engineer Jonas");
  await open(jonas, "/sessions");
  const table = jonas.getByRole("table");
  if (isPhone()) {
    await expect(jonas.getByRole("heading", { level: 3 }).first()).toBeVisible();
    await expect(table).toHaveCount(0);
    return;
  }
  await expect(table.getByRole("columnheader")).toHaveCount(7);
  if (hasScripts()) {
    const today = table.locator('[aria-current="date"]');
    await today.focus();
    const day = await today.getAttribute("data-day");
    await jonas.keyboard.press("Home");
    await expect(table.locator("a:focus")).toHaveAttribute("data-day", monday(day!));
    const month = await jonas.getByRole("heading", { level: 2 }).first().innerText();
    await jonas.keyboard.press("PageDown");
    await expect(jonas.getByRole("heading", { level: 2 }).first()).not.toHaveText(month);
  }
  await open(jonas, "/sessions?view=week");
  await expect(table.getByRole("rowheader", { name: "Midday" })).toBeVisible();
});

/** The card with the seats. */
function seats(page: Page) {
  return page.getByRole("complementary", { name: "Seats" });
}

function whoComes(page: Page) {
  return page.getByRole("region", { name: "Who comes" });
}

function questions(page: Page) {
  return page.getByRole("region", { name: "Questions before we start" });
}

/** So many days from now, as a date field holds it. */
function dayIn(days: number) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function weekday(day: string) {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString("en-GB", { weekday: "long", timeZone: "UTC" });
}

/** The Monday of the week in which a day is. */
function monday(day: string) {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
