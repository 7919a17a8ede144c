import { type Browser, chromium } from "playwright-core";
import { paths } from "../../tools/paths.mjs";
import { browserProgram } from "../../tools/setup/browser.mjs";

/** The browser of this machine, or undefined: tests that need one are then left out, and `npm test` says so at its end. */
export const browserHere = browserProgram(paths, process.env);

export async function launchBrowser(): Promise<Browser> {
    if (browserHere === undefined) throw new Error("no browser");
    // Pages are our own, and the sandbox needs rights that a container does not have.
    return await chromium.launch({ executablePath: browserHere, args: ["--no-sandbox", "--disable-gpu"] });
}
