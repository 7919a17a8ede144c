import type { Known, Site } from "../../../local/in-process/resources.ts";
import type { ResourceRecord } from "../../../policies/core/resource.ts";
import type { Finding, PreviewedResource } from "../../preview/report.ts";

/** What is to be judged. */
export interface Assignment {
    readonly stack: string;
    /** Name of the project, which is part of each URN. */
    readonly project: string;
    readonly program: "platform" | "bootstrap";
    readonly config: Readonly<Record<string, string>>;
    /** Folder of the repository. */
    readonly root: string;
    /** File name of the programs' code, in which sites are counted. */
    readonly codeFile: string;
    /** Whether all that is known of the resources is wanted. */
    readonly withDetails?: boolean;
}

/** Something to tell, and where in the code that runs it is. */
export type Sited<T> = T & { readonly site?: Site };

export interface Fault {
    readonly message: string;
}

/** What came out. */
export interface Judgement {
    readonly resources: readonly PreviewedResource[];
    readonly findings: readonly Sited<Finding>[];
    readonly errors: readonly Sited<Fault>[];
    readonly rules: number;
    readonly details?: Details;
}

/** What is compared with an engine. */
export interface Details {
    /** Resources with their inputs and predicted outputs, as a state would have them. */
    readonly known: readonly Known[];
    /** The same as the guardrails saw them. */
    readonly records: readonly ResourceRecord[];
}
