import type { Severity } from "../../policies/core/rule.ts";
import type { Exception } from "../../policies/exceptions/exception.ts";

/** What an auditor is handed of one stack; the JSON of `npm run evidence`. */
export interface Evidence {
    readonly schema: "compliance-platform/evidence/1";
    readonly stack: string;
    readonly project: string;
    /** The day that decides which exceptions hold, `YYYY-MM-DD`; left out while there is no exception to decide on. */
    readonly day?: string;
    readonly madeFrom: MadeFrom;
    /** How many controls are in each state. */
    readonly controlsByState: Readonly<Record<ControlState, number>>;
    readonly frameworks: readonly FrameworkEvidence[];
    readonly rules: readonly RuleEvidence[];
    readonly resources: readonly EvidencedResource[];
    /** Exceptions about this stack, used or not. */
    readonly exceptions: readonly ExceptionEvidence[];
    /** What is wrong with the exceptions file itself. */
    readonly faults: readonly string[];
}

export const CONTROL_STATES = [
    "broken",
    "undecided",
    "excepted",
    "holds",
    "nothing to judge",
    "covered elsewhere",
    "not covered",
] as const;

/**
 * `nothing to judge`: rules serve the control, but this stack has no resource that they are about. `covered elsewhere`: no
 * rule can, and `beside` says what does. `not covered`: nothing does, and `gap` says what is missing.
 */
export type ControlState = (typeof CONTROL_STATES)[number];

export interface FrameworkEvidence {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly controls: readonly ControlEvidence[];
}

export interface ControlEvidence {
    /** Such as `pci:3.5.1`. */
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly state: ControlState;
    /** Names of the rules that serve it. */
    readonly rules: readonly string[];
    /** Different resources that those judged. */
    readonly judged: number;
    readonly findings: number;
    readonly beside?: Beside;
    /** What of it nothing in the repository covers. */
    readonly gap?: string;
}

/** What covers a control besides rules, or in their place. */
export interface Beside {
    readonly text: string;
    /** Files and folders of the repository. */
    readonly where: readonly string[];
}

export interface RuleEvidence {
    readonly name: string;
    readonly why: string;
    readonly fix: string;
    readonly severity: Severity;
    readonly controls: readonly string[];
    /** Places in `resources` of those it judged. */
    readonly judged: readonly number[];
    readonly findings: readonly FindingEvidence[];
}

export interface FindingEvidence {
    readonly status: "violation" | "inconclusive" | "excepted";
    readonly urn: string;
    readonly property: string;
    readonly message: string;
    /** Id of the exception that covers it. */
    readonly exception?: string;
}

export interface EvidencedResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
}

export interface ExceptionEvidence extends Exception {
    /** How many findings it covers. */
    readonly uses: number;
}

/** The sources of the evidence, so that somebody else can make it again and compare. */
export interface MadeFrom {
    /** Of the lines `SHA-256  path` of all files, in order: one text to compare. */
    readonly sha256: string;
    readonly files: readonly HashedFile[];
}

export interface HashedFile {
    readonly path: string;
    readonly sha256: string;
}
