import { IDENTIFIER } from "../../contract/transaction/identifiers.ts";
import type { SavedQuery } from "../../infra/query/read-queries.ts";
import { UserError } from "../cli/user-error.ts";

/** Parameters that are days, in every query that has them. */
const DAYS = new Set(["from", "to", "day"]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The values of all parameters, in the order of the query; one error with all faults of what was given. */
export function parameterValues({ name, parameters }: SavedQuery, params: readonly string[]): string[] {
    const given = new Map(params.map((param) => [param.split("=", 1)[0], param.slice(param.indexOf("=") + 1)]));
    const known = new Set(parameters.map((parameter) => parameter.name));
    const strange = params.filter((param) => !param.includes("=") || !known.has(param.split("=", 1)[0] ?? ""));
    const missing = parameters.filter((parameter) => !given.has(parameter.name));
    const found = parameters.flatMap((parameter) => {
        const value = given.get(parameter.name);
        return value === undefined ? [] : [{ name: parameter.name, value }];
    });
    const faults = [
        ...strange.map((param) => `  --param ${param}: not one of ${[...known].join(", ")}, each as KEY=VALUE`),
        ...missing.map((parameter) => `  --param ${parameter.name}=…: ${parameter.meaning}`),
        ...found.flatMap(({ name, value }) => meaningless(name, value)),
        ...turnedRound(given),
    ];
    if (faults.length > 0) throw new UserError(`${name} needs other parameters:\n${faults.join("\n")}`);
    return found.map(({ value }) => value);
}

/** Why nothing could ever be found by this value: a query answers 0 rows, as if there were none. */
function meaningless(name: string, value: string): string[] {
    const told = `  --param ${name}=${value}:`;
    if (DAYS.has(name) && !isDay(value)) return [`${told} no day; write one as 2026-10-31`];
    if (name === "id" && !IDENTIFIER.test(value)) return [`${told} none of a transaction; copy it from an alert`];
    if (name === "file" && !/^[^/]+\/.+/.test(value)) {
        return [`${told} no key of the landing bucket; write it as card-network/clearing-2026-10-11.csv.gz`];
    }
    return [];
}

/** A day that the calendar has. */
function isDay(value: string): boolean {
    const at = new Date(`${value}T00:00:00Z`);
    return DAY.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function turnedRound(given: ReadonlyMap<string | undefined, string>): string[] {
    const [from, to] = [given.get("from"), given.get("to")];
    if (from === undefined || to === undefined || !isDay(from) || !isDay(to) || from <= to) return [];
    return [`  --param from=${from} --param to=${to}: the last day is before the first`];
}
