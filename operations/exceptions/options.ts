import type { ParseArgsConfig } from "node:util";
import { WARNING_DAYS } from "../../policies/exceptions/exception.ts";
import { UserError } from "../cli/user-error.ts";

export const VERBS = ["list", "check", "propose", "approve"] as const;

/** What `parseArgs` has to know. */
export const OPTIONS = {
    stack: { type: "string" },
    on: { type: "string" },
    days: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
    rule: { type: "string" },
    resource: { type: "string" },
    finding: { type: "string" },
    from: { type: "string" },
    print: { type: "boolean" },
    category: { type: "string" },
    reason: { type: "string" },
    ticket: { type: "string" },
    owner: { type: "string" },
    approver: { type: "string" },
    expires: { type: "string" },
    id: { type: "string" },
    renew: { type: "string" },
} as const satisfies ParseArgsConfig["options"];

export type Options = { [option in keyof typeof OPTIONS]?: option extends "print" ? boolean : string };

const LOOKING = ["stack", "on", "format", "out"];
const TAKES: Readonly<Record<string, readonly string[]>> = {
    list: LOOKING,
    check: [...LOOKING, "days"],
    propose: Object.keys(OPTIONS).filter((option) => !["on", "format", "out"].includes(option)),
    approve: [],
};

/** Refuses a command that there is none of, and options and words that it does not take. */
export function requireOnly(verb: string, options: Options, rest: readonly string[]): void {
    const takes = Object.hasOwn(TAKES, verb) ? TAKES[verb] : undefined;
    if (takes === undefined)
        throw new UserError(`Unknown command "${verb}": there are ${VERBS.join(", ")}. Try --help.`);
    const wrong = Object.keys(options).filter((option) => !takes.includes(option));
    if (wrong.length > 0) throw new UserError(`${verb} takes no --${wrong.join(", no --")}. Try --help.`);
    if (verb === "approve" ? rest.length !== 1 : rest.length > 0) {
        const what = verb === "approve" ? "approve takes the id of one exception" : `${verb} takes options only`;
        throw new UserError(`${what}, got "${rest.join(" ")}". Try --help.`);
    }
    if (options.format !== undefined && !["text", "json"].includes(options.format)) {
        throw new UserError(`Unknown format "${options.format}": choose text or json with --format.`);
    }
}

/** Days as a whole number. */
export function requireWhole(days: string | undefined): number {
    if (days === undefined) return WARNING_DAYS;
    if (/^\d{1,3}$/.test(days)) return Number(days);
    throw new UserError(`--days takes a whole number of days such as 30, got "${days}".`);
}
