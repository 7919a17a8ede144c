import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResults {
    violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
}

/** What axe holds against the page as it is: its own rules and those of WCAG 2.2 AA, each fault with the element. */
export async function faultsOf(page: Page): Promise<string[]> {
    // Run by the browser's own console, which the page's content policy does not bind.
    await page.evaluate(source);
    const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
    return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html}: ${failureSummary}`),
    );
}
