import { parseArgs } from "node:util";
import { defaults, fewestTransactions, type SampleOptions } from "./sample-set.ts";

const mostTransactions = 500_000;

/** Something the caller typed is wrong; the message says what would be right. */
export class UsageError extends Error {}

export interface Command {
    samples: SampleOptions;
    /** Where `transactions/` and `expected/` lie; the committed samples when absent. */
    out?: string;
    check: boolean;
}

/** Reads the command line; throws a UsageError that names the option, the value and what would be right. */
export function readCommand(args: readonly string[]): Command {
    const { seed, transactions, start, out, check = false } = parsed(args);
    const samples: SampleOptions = {
        seed: seed === undefined ? defaults.seed : wholeNumber("--seed", seed, 0, 2 ** 31 - 1),
        transactions:
            transactions === undefined
                ? defaults.transactions
                : wholeNumber("--transactions", transactions, fewestTransactions, mostTransactions),
        start: start === undefined ? defaults.start : date("--start", start),
    };
    const differs = Object.entries(samples).some(([name, value]) => value !== defaults[name as keyof SampleOptions]);
    if (differs && out === undefined) {
        throw new UsageError("these options make another set than the committed one: say where with --out DIR");
    }
    return { samples, ...(out === undefined ? {} : { out }), check };
}

function parsed(args: readonly string[]) {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const options = { seed: text, transactions: text, start: text, out: text, check: flag } as const;
    try {
        return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
    } catch (error) {
        const [sentence = "unknown option"] = (error as Error).message.split(/\.(?:\s|$)/);
        throw new UsageError(`${sentence}; --help shows the options`, { cause: error });
    }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new UsageError(`${option} must be a whole number from ${least} to ${most}, got "${text}"`);
}

function date(option: string, text: string): number {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    const real = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
    if (real && at >= Date.UTC(2000, 0, 1) && at < Date.UTC(2100, 0, 1)) return at;
    throw new UsageError(`${option} must be a date from 2000-01-01 to 2099-12-31, such as 2026-09-28, got "${text}"`);
}
