import { createHash } from "node:crypto";

/** Longest part of a name that the environment may take: SageMaker's names end at 63 characters, jobs need some more. */
const MOST = 24;
const MARK = 6;

/**
 * What everything about the fraud model of an environment is called. SageMaker takes letters, digits and dashes, and its
 * ARNs are in small letters. A long environment is cut and marked, so that two of them stay apart.
 */
export function modelName(environment: string): string {
    const plain = environment.toLowerCase().replace(/[^a-z0-9]/g, "-");
    if (plain.length <= MOST) return `compliance-${plain}-fraud`;
    const mark = createHash("sha256").update(environment).digest("hex").slice(0, MARK);
    return `compliance-${plain.slice(0, MOST - MARK - 1)}-${mark}-fraud`;
}
