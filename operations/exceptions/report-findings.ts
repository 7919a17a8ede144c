import { readFile } from "node:fs/promises";
import { UserError } from "../cli/user-error.ts";
import type { Finding } from "../preview/report.ts";

const FIELDS = ["rule", "status", "urn", "property", "message"];

/** The findings of a report that `npm run preview` or `npm run guard` wrote as JSON, of one stack where one is named. */
export async function reportFindings(file: string, stack?: string): Promise<Finding[]> {
    const report = await parsed(file);
    const environments = isObject(report) ? (report.environments ?? [report]) : undefined;
    if (!Array.isArray(environments) || !environments.every(isEnvironment)) {
        throw new UserError(
            `${file} is no report: write one with npm run guard -- --stack STACK --format json --out report.json, ` +
                "or npm run preview -- --stack STACK --json report.json.",
        );
    }
    const stacks = environments.map((one) => one.stack);
    if (stack !== undefined && !stacks.includes(stack)) {
        throw new UserError(`${file} is not about ${stack}, but about ${stacks.join(", ") || "no stack"}.`);
    }
    return environments.filter((one) => stack === undefined || one.stack === stack).flatMap(({ findings }) => findings);
}

async function parsed(file: string): Promise<unknown> {
    try {
        return JSON.parse(await readFile(file, "utf8"));
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new UserError(`Cannot read the report ${file}: ${reason}`);
    }
}

const isObject = (value: unknown): value is Record<string, unknown> => value instanceof Object;

function isEnvironment(value: unknown): value is { stack: string; findings: Finding[] } {
    return (
        isObject(value) &&
        typeof value.stack === "string" &&
        Array.isArray(value.findings) &&
        value.findings.every(
            (found: unknown) => isObject(found) && FIELDS.every((field) => typeof found[field] === "string"),
        )
    );
}
