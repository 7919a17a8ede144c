import type { PlatformPaths } from "../../tools/paths.mjs";
import { browserProgram } from "../../tools/setup/browser.mjs";

/** Which tests this machine cannot run, and how to get what they need; nothing when all ran. */
export function leftOut(at: PlatformPaths, env: NodeJS.ProcessEnv): string {
    if (browserProgram(at, env) !== undefined) return "";
    return [
        "",
        "  Left out: the tests of the console in a browser (test/console, one of test/e2e/platform.test.ts): there is none.",
        "  To have them: install Chrome or Chromium, or name a program in COMPLIANCE_BROWSER; on Linux with x64 npm test",
        "  fetches one itself where it reaches the package registry and the libraries that it needs are there.",
        "",
    ].join("\n");
}
