import type { Patient } from "../../tools/doctor/finding.mjs";
import type { Stood } from "../changes/change.ts";
import type { GuardReport } from "../guard/report.ts";
import type { EnvironmentReport } from "../preview/environment.ts";
import type { Cloud } from "../verify/cloud.ts";
import type { Outcome } from "./outcome.ts";

/** A program that ran in process: what was said of it, and what it consists of. */
export interface Judged {
    readonly report: GuardReport;
    readonly resources: readonly Stood[];
}

/** What the steps of a rehearsal look at. Everything is looked up once, when a step first asks. */
export interface Situation {
    readonly stack: string;
    readonly isLocal: boolean;
    /** What `Pulumi.<stack>.yaml` says, here and of bootstrap; undefined where there is no such file. */
    readonly config: Readonly<Record<string, unknown>>;
    readonly bootstrapConfig: Readonly<Record<string, unknown>> | undefined;
    readonly now: Date;
    /** For the checks of the doctor. */
    readonly patient: Patient;
    platform(): Promise<Judged>;
    bootstrap(): Promise<Judged>;
    /** The account of the stack, or why it cannot be asked. */
    account(): Promise<Cloud | string>;
    preview(offline: boolean): Promise<EnvironmentReport>;
}

/** One thing to look at, in the order of a first deployment. */
export interface Check {
    /** One or two words. */
    readonly name: string;
    look(situation: Situation): Promise<readonly Outcome[]>;
}
