// The first minute: three questions, three people, one message.
import { choose, come, expect, open, pick, test } from "../support/kith";

test("three answers lead to three named people with reasons, and one message asks the first", async ({ stranger }) => {
  const page = await stranger();
  await open(page, "/welcome");
  await page.getByRole("button", { name: "Be Admin Sol" }).click();
  await expect(page).toHaveURL("/start/1");
  await come(page);

  await test.step("what she could teach: one to tick, one to search", async () => {
    const question = page.getByRole("group", { name: "What could you teach someone in 30 minutes?" });
    await pick(question.getByRole("checkbox", { name: "Door and key system" }));
    await choose(page, "Something else", "Cold chain");
    await page.getByRole("button", { name: "Next: learn" }).click();
  });

  await test.step("what she wants to learn, with how many could teach it", async () => {
    await expect(page).toHaveURL("/start/2");
    await expect(page.getByRole("group", { name: "What do you want to learn next?" })).toBeVisible();
    await pick(page.getByRole("checkbox", { name: /^Infusion pumps.*\d+ (person|people) can teach this/ }));
    await page.getByRole("button", { name: "Next: when" }).click();
  });

  await test.step("when it suits her", async () => {
    await expect(page).toHaveURL("/start/3");
    await expect(page.getByLabel("Your clock")).toHaveValue("Europe/Berlin");
    await pick(page.getByRole("radio", { name: /^Lunchtimes/ }));
    await page.getByRole("button", { name: "See who you can learn from" }).click();
  });

  const name = await test.step("three people, each with reasons, and a message to the first", async () => {
    await expect(page).toHaveURL("/start/people");
    await expect(page.getByRole("heading", { name: "Three people for you" })).toBeVisible();
    const people = page.getByRole("article");
    await expect(people).toHaveCount(3);
    for (const person of await people.all()) {
      await expect(person.getByRole("heading")).toHaveText(/^\S+ \S/);
      await expect(person.getByRole("listitem").first()).toHaveText(/\w+ \w+/);
    }
    await expect(people.first().getByLabel("Your message")).toHaveValue(/\S/);
    await people.first().getByLabel("Your message").fill("Would you show me, one lunchtime?");
    const send = people.first().getByRole("button", { name: /^Send to / });
    const name = (await send.innerText()).replace("Send to ", "").trim();
    await send.click();
    return name;
  });

  await test.step("home says that she asked", async () => {
    await expect(page).toHaveURL("/");
    await expect(page.getByRole("region", { name: "You are waiting for" })).toContainText(name);
  });

  await test.step("coming back, the answers are there", async () => {
    await open(page, "/start/1");
    await expect(page.getByRole("checkbox", { name: "Door and key system" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Cold chain" })).toBeChecked();
    await open(page, "/start/2");
    await expect(page.getByRole("checkbox", { name: /^Infusion pumps/ })).toBeChecked();
    await open(page, "/start/3");
    await expect(page.getByRole("radio", { name: /^Lunchtimes/ })).toBeChecked();
  });
});
