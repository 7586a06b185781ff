// Journeys run in the distribution's Chromium against servers that each test starts for itself.
import { defineConfig, devices } from "@playwright/test";

/** The same on every screen, or setting the screen themselves. */
const ONCE = ["axe.spec.ts", "keyboard.spec.ts", "program-together.spec.ts", "pwa.spec.ts", "rest.spec.ts"];

export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  reporter: [["list"], ["json", { outputFile: process.env.KITH_REPORT ?? "results/report.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.KITH_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "js" },
    // Pages stand still without JavaScript, and what is installed needs it.
    { name: "no-js", testIgnore: [...ONCE, "live.spec.ts"], use: { javaScriptEnabled: false } },
    { name: "phone", testIgnore: ONCE, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
});
