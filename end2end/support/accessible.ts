// What axe finds wrong with a page, and whether the page fits a narrow screen; said so that one list tells it all.
import type { Page } from "@playwright/test";
import axe from "axe-core";

const LAWS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Every rule that some page breaks, with the places where it does. */
export class Findings {
  private readonly places = new Map<string, Set<string>>();

  /** Looks at the page with every rule, or with `rule` alone. */
  async look(page: Page, where: string, rule?: string) {
    const runOnly: axe.RunOnly = rule ? { type: "rule", values: [rule] } : { type: "tag", values: LAWS };
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
    // Colours fade into a theme; what counts is where they arrive.
    await page.evaluate(() => {
      const ends = (fade: Animation) => Number(fade.effect?.getComputedTiming().endTime) < Infinity;
      for (const fade of document.getAnimations().filter(ends)) fade.finish();
    });
    const found = await page.evaluate(async (runOnly) => {
      const { violations } = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.target.join(" "), node.failureSummary]));
    }, runOnly);
    for (const [rule, target, why] of found) this.add(`${rule}: ${target}: ${oneLine(why)}`, where);
  }

  /** Looks whether the page is wider than the window. */
  async fits(page: Page, where: string) {
    const [beyond, widest] = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const wide = [...document.querySelectorAll("body *")].filter((element) => {
        const { right, width: own } = element.getBoundingClientRect();
        return own > 0 && right > width + 1;
      });
      const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.classList.value}`;
      return [document.documentElement.scrollWidth - width, wide.slice(0, 3).map(name).join(", ")] as const;
    });
    if (beyond > 1) this.add(`wider than the window: ${widest}`, where);
  }

  /** One line for each thing that is wrong, with the places where it is. */
  list() {
    return [...this.places].map(([what, where]) => `${what}\n    at ${[...where].join(", ")}`);
  }

  private add(what: string, where: string) {
    const known = this.places.get(what) ?? new Set();
    this.places.set(what, known.add(where));
  }
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

function oneLine(text = "") {
  return text.replace(/Fix (any|all) of the following:/g, "").replace(/\s+/g, " ").trim();
}
