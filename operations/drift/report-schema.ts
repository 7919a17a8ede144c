import * as z from "zod";
import { KINDS } from "./compare/kind.ts";
import { SEVERITIES } from "./judge/severity.ts";

/** The form of `--format json`; `docs/schemas/drift-report.schema.json` is made from it. */
const Time = z.iso.datetime();

const Difference = z.strictObject({
    path: z.string().describe("Property, as a path; inside JSON documents too"),
    before: z.string().describe("What the state says, shortened; [secret] for a secret"),
    after: z.string().describe("What the cloud has"),
});

const Broken = z.strictObject({
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    status: z.enum(["violation", "inconclusive", "excepted"]),
    urn: z.string().describe("Resource whose control is broken; empty for the whole stack"),
    property: z.string(),
    message: z.string(),
    controls: z.array(z.string()),
});

const Cause = z.strictObject({
    known: z.boolean(),
    who: z.string().optional(),
    what: z.string().optional().describe("The operation, in the cloud's words"),
    at: Time.optional(),
    why: z.string().optional().describe("Why nobody is named"),
});

export const Finding = z.strictObject({
    fingerprint: z.string().describe("The same for the same resource in each run"),
    change: z.enum(["new", "open", "worse"]),
    kind: z.enum(KINDS),
    severity: z.enum(SEVERITIES),
    cloud: z.string(),
    urn: z.string().describe("Empty for what no stack manages"),
    type: z.string(),
    name: z.string(),
    id: z.string().describe("As the cloud knows it"),
    title: z.string().describe("One line for people, such as the title of an issue"),
    differences: z.array(Difference),
    broken: z.array(Broken).describe("Guardrails that hold in the state and are broken in the clouds"),
    cause: Cause,
    repair: z.string().describe("The command that makes the cloud as the state says, or what to do"),
    source: z.strictObject({ file: z.string(), line: z.int() }).optional(),
    firstSeenAt: Time,
    detectedAfterSeconds: z.number().optional().describe("From the change to the first look that saw it, when known"),
});

export const Resolved = z.strictObject({
    fingerprint: z.string(),
    title: z.string(),
    how: z.enum(["repaired", "ignored"]),
    firstSeenAt: Time,
    resolvedAt: Time,
    repairedAfterSeconds: z.number().describe("From the first look that saw it"),
});

export const DriftReport = z.strictObject({
    stack: z.string(),
    startedAt: Time,
    finishedAt: Time,
    outcome: z.enum(["clean", "drift", "critical", "could-not-tell"]),
    exitCode: z.int(),
    looked: z.strictObject({
        resources: z.int().describe("That the state says are in a cloud"),
        compared: z.int(),
        guardrails: z.int(),
        brokenInState: z.int().describe("Violations of the state itself, which are no drift"),
    }),
    untold: z.array(z.string()).describe("What could not be told; with any, the exit code is never 0"),
    findings: z.array(Finding),
    resolved: z.array(Resolved),
    unseen: z.array(z.string()).describe("Titles of open findings that this run could not look at"),
    ignored: z.array(z.strictObject({ id: z.string(), until: z.string(), resource: z.string(), path: z.string() })),
    expected: z
        .array(z.strictObject({ urn: z.string(), path: z.string(), by: z.string(), why: z.string() }))
        .describe("What the platform itself changed"),
    ignores: z.strictObject({
        faults: z.array(z.string()).describe("Entries that ignore nothing, as those that have ended"),
        ending: z.array(z.string()),
        unused: z.array(z.string()),
    }),
    times: z.strictObject({
        meanTimeToDetectSeconds: z.number().optional(),
        meanTimeToRepairSeconds: z.number().optional(),
        repaired: z.int().describe("Over how many repairs, within a year"),
    }),
    notified: z.int().optional().describe("How many findings the topic was told of"),
});

export type DriftReport = z.infer<typeof DriftReport>;
export type DriftFinding = z.infer<typeof Finding>;
export type ResolvedFinding = z.infer<typeof Resolved>;
