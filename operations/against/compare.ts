import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Value } from "../../local/store/value.ts";
import { changesBetween } from "../changes/between.ts";
import type { Changes } from "../changes/change.ts";
import { secretsIn } from "../changes/hidden.ts";
import { isStack, stoodFrom } from "../changes/stood.ts";
import { type EnvironmentReport, environmentReport } from "../preview/environment.ts";
import { type Judged, judgedBefore, judgeTree } from "./judge-tree.ts";

export interface ComparedStack {
    readonly environment: EnvironmentReport;
    /** Texts that must not be shown. */
    readonly secrets: readonly string[];
}

/** What the working tree makes of an environment that the other tree made otherwise. */
export async function compareStack(
    trees: { readonly root: string; readonly base: string; readonly cache: string },
    stack: string,
    notes: readonly string[],
): Promise<ComparedStack> {
    const isNew = !existsSync(join(trees.base, settingsOf(stack)));
    const [now, old] = await Promise.all([
        judgeTree(trees.root, trees.cache, stack),
        isNew ? undefined : judgedBefore(trees.base, trees.cache, stack),
    ]);
    const [changes, more] = changesOf(now, old);
    const findings = old === undefined || old.report.errors.length > 0 ? undefined : old.report.findings;
    const { faults: _, ...report } = now.report;
    const environment = environmentReport({
        // The JSON says of each resource what becomes of it.
        report: { ...report, resources: resourcesOf(changes) },
        changes,
        notes: [...notes, ...more],
        ...(findings && { old: findings }),
    });
    const all = [...now.known, ...(old?.known ?? [])];
    return { environment, secrets: all.flatMap(({ inputs, outputs }) => secretsIn([inputs, outputs] as Value)) };
}

export function settingsOf(stack: string): string {
    return `Pulumi.${stack}.yaml`;
}

/** A program that failed has not said all that it consists of: what is missing is not deleted. */
function changesOf(now: Judged, old: Judged | undefined): [Changes, string[]] {
    if (now.report.errors.length > 0) return [{ changes: [], after: [] }, []];
    if (old === undefined) return [allNew(now), ["The environment is new: everything in it is."]];
    const [error] = old.report.errors;
    if (error === undefined) return [changesBetween(old.known, now.known), []];
    const reason = error.split("\n").find((line) => line.trim() !== "") ?? "";
    return [allNew(now), [`The program of before fails on its part, so nothing can be compared: ${reason}`]];
}

function allNew({ known }: Judged): Changes {
    const after = known.filter((one) => !isStack(one)).map(stoodFrom);
    const changes = after.map((one) => {
        const { urn, type, name } = one;
        return { urn, type, name, operation: "create" as const, properties: [], after: one };
    });
    return { changes, after };
}

function resourcesOf({ changes }: Changes): EnvironmentReport["resources"] {
    return changes.map(({ urn, type, name, operation }) => ({ urn, type, name, change: operation }));
}
