// A page that nobody touches and nothing happens on.
import { expect, open, test } from "../support/kith";

test("a page at rest is not taken for offline", async ({ signIn }) => {
  const priya = await signIn("Manager Priya");
  const line = await priya.context().newCDPSession(priya);
  await line.send("Network.enable");
  await priya.clock.install();
  await open(priya, "/people");
  // Beats come every 15 seconds, and a stream that is silent for 35 is taken for dead: with the beat heard, another 30
  // are no silence; unheard, they are.
  await new Promise<void>((heard) =>
    line.on("Network.eventSourceMessageReceived", ({ eventName }) => eventName === "heartbeat" && heard()),
  );
  await priya.clock.fastForward(30_000);
  await expect(priya.getByRole("banner").getByText("Offline")).toBeHidden();
});
