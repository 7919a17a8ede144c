import { readFile } from "node:fs/promises";
import * as z from "zod";
import { UserError } from "../cli/user-error.ts";

const Finding = z.object({
    fingerprint: z.string().regex(/^[\w:.-]+$/),
    kind: z.string(),
    severity: z.string(),
    cloud: z.string(),
    urn: z.string(),
    title: z.string(),
    differences: z.array(z.object({ path: z.string(), before: z.string(), after: z.string() })),
    broken: z.array(z.object({ rule: z.string(), message: z.string(), controls: z.array(z.string()) })),
    cause: z.object({
        known: z.boolean(),
        who: z.string().optional(),
        what: z.string().optional(),
        at: z.string().optional(),
        why: z.string().optional(),
    }),
    repair: z.string(),
    firstSeenAt: z.string(),
});

/** What the issues need of the report of `npm run drift`; the rest of it is none of their business. */
const Report = z.object({
    stack: z.string(),
    untold: z.array(z.string()),
    findings: z.array(Finding),
    resolved: z.array(z.object({ fingerprint: z.string(), how: z.string(), resolvedAt: z.string() })),
});

export type DriftReport = z.infer<typeof Report>;
export type DriftFinding = z.infer<typeof Finding>;

export async function readReport(file: string, stack: string): Promise<DriftReport> {
    const text = await readFile(file, "utf8").catch((error: Error) => {
        throw new UserError(`Cannot read the report: ${error.message}.`);
    });
    return asReport(text, file, stack);
}

/** The report in the text, which must be one, and of that stack. */
export function asReport(text: string, file: string, stack: string): DriftReport {
    let written: unknown;
    try {
        written = JSON.parse(text);
    } catch {
        throw new UserError(`${file} is no JSON. Write it with: npm run drift -- --stack ${stack} --out ${file}`);
    }
    const read = Report.safeParse(written);
    if (!read.success) {
        const [fault] = read.error.issues;
        throw new UserError(`${file} is no report of npm run drift: ${fault?.path.join(".")} ${fault?.message}.`);
    }
    if (read.data.stack !== stack) throw new UserError(`${file} is about the stack ${read.data.stack}, not ${stack}.`);
    return read.data;
}

/** The report of a look that left none. */
export function failedLook(stack: string, why: string): DriftReport {
    return { stack, untold: [why], findings: [], resolved: [] };
}
