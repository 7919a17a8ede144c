import { localStack } from "../pulumi/stacks.mjs";
import { librariesStep } from "../setup/libraries.mjs";
import { sourceOfAws } from "./accounts.mjs";
import { fails, note, well } from "./finding.mjs";

/** Some services list thousands, a hundred an answer. */
const LIMIT_SECONDS = 120;

/**
 * @typedef {object} Compared
 * @property {string} of
 * @property {string} name
 * @property {number} needed
 * @property {{ service: string, code?: string }} asked
 * @property {{ value: number } | { why: string }} had
 */

/**
 * Whether the account of a stack has as much of each limit as its program needs.
 * @type {import("./finding.mjs").Check}
 */
export async function quotasOf({ at, env, stack, run }) {
    if (stack === undefined || stack === localStack || sourceOfAws(env) === undefined) return [];
    // Needs the libraries, and takes longer than the rest: a process of its own.
    if (librariesStep.ready(at, env) === undefined) return [];
    const asks = ["--import", "tsx", "operations/quotas.ts", "--stack", stack, "--ask", "--format", "json"];
    const options = { cwd: at.root, env, signal: new AbortController().signal, limitSeconds: LIMIT_SECONDS };
    const { stdout, lines } = await run(process.execPath, asks, options);
    const compared = comparedIn(stdout);
    if (compared === undefined) return [note("quotas", `could not be asked: ${lines.trim().split("\n").at(-1)}`)];
    const known = compared.filter(({ had }) => "value" in had);
    const findings = compared.flatMap((one) => findingOf(one, stack));
    if (known.length === 0) return findings;
    return [well("quotas", `${known.length} of ${compared.length} limits are known`), ...findings];
}

/**
 * @param {Compared} one
 * @param {string} stack
 */
function findingOf({ of, name, needed, asked, had }, stack) {
    if ("why" in had) return [note("quotas", `${of}, ${name}: ${had.why}`)];
    if (had.value >= needed) return [];
    const where = [asked.service, asked.code].filter(Boolean).join(", ");
    const says = `${of}, ${name}: the account has ${had.value}, and ${stack} needs ${needed}`;
    return [fails("quotas", says, `Ask for ${needed} under Service Quotas (${where}), some days before an update.`)];
}

/**
 * @param {string} text
 * @returns {Compared[] | undefined}
 */
function comparedIn(text) {
    try {
        return JSON.parse(text).compared;
    } catch {
        return undefined;
    }
}
