// What axe finds wrong with a page, and whether the page fits a narrow screen; said so that one list tells it all.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Every rule that some page breaks, with the places where it does. */
export class Findings {
  private readonly places = new Map<string, Set<string>>();

  /** Looks at the page with every rule, or with `rule` alone. */
  async look(page: Page, where: string, rule?: string) {
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rule ? axe.withRules(rule) : axe.withTags(TAGS)).analyze();
    for (const { id, nodes } of violations) {
      for (const node of nodes) this.add(`${id}: ${node.target.join(" ")}: ${oneLine(node.failureSummary)}`, where);
    }
  }

  /** Looks whether the page is wider than the window. */
  async fits(page: Page, where: string) {
    const [wide, widest] = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const beyond = [...document.querySelectorAll("body *")].filter((element) => {
        const { right, width: own } = element.getBoundingClientRect();
        return own > 0 && right > width + 1;
      });
      const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.classList.value}`;
      return [document.documentElement.scrollWidth - width, beyond.slice(0, 3).map(name).join(", ")] as const;
    });
    if (wide > 1) this.add(`${wide}px wider than the window: ${widest}`, where);
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

function oneLine(text = "") {
  return text.replace(/^Fix .*:\n/, "").replace(/\s+/g, " ").trim();
}
