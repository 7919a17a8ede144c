import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PlatformPaths } from "../../tools/paths.mjs";
import { knownStacks, localStack } from "../../tools/pulumi/stacks.mjs";
import { failed } from "../guard/report.ts";
import { type EnvironmentReport, environmentReport, type Report } from "../preview/environment.ts";
import { baseTree } from "./base-tree.ts";
import { compareStack, settingsOf } from "./compare.ts";
import { libraryNotes } from "./libraries.ts";
import { changedGuards, revisionNamed, stacksAt } from "./revision.ts";

export interface Compared {
    readonly report: Report;
    readonly secrets: readonly string[];
}

export interface AgainstArgs {
    readonly paths: PlatformPaths;
    readonly revision: string;
    /** Default: every environment that has an account. */
    readonly stack?: string | undefined;
    readonly onStack?: (stack: string) => void;
}

/** What the working tree changes in each environment against a revision: no engine, no state, no credentials. */
export async function against({ paths, revision, stack, onStack }: AgainstArgs): Promise<Compared> {
    const started = performance.now();
    const { root, cache } = paths;
    const own = stack === undefined ? knownStacks(paths).filter((name) => name !== localStack) : [stack];
    try {
        const found = await revisionNamed(root, revision);
        const { commit } = found;
        const before = (await stacksAt(root, commit)).filter((name) => name !== localStack);
        const stacks = stack === undefined ? [...new Set([...own, ...before])].sort() : own;
        const base = await baseTree(root, cache, commit);
        const notes = [...found.notes, ...(await libraryNotes(root, commit))];
        const environments: EnvironmentReport[] = [];
        const secrets: string[] = [];
        for (const name of stacks) {
            onStack?.(name);
            if (!existsSync(join(root, settingsOf(name)))) {
                environments.push(given(name, started));
                continue;
            }
            const compared = await compareStack({ root, base, cache }, name, notes);
            environments.push(compared.environment);
            secrets.push(...compared.secrets);
        }
        const guards = await changedGuards(root, commit);
        return { report: { version: 1, against: { revision, commit, guards }, environments }, secrets };
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const environments = own.map((name) => {
            const { faults: _, ...report } = failed(name, [{ message }], started);
            return environmentReport({ report, changes: { changes: [], after: [] } });
        });
        return { report: { version: 1, against: { revision, commit: "", guards: [] }, environments }, secrets: [] };
    }
}

/** An environment whose settings are gone is no longer provisioned by anybody; that deletes nothing. */
function given(stack: string, started: number): EnvironmentReport {
    const { faults: _, ...report } = failed(stack, [], started);
    const note = `${settingsOf(stack)} is gone: nobody provisions ${stack} any more. What it consists of stays until it is destroyed.`;
    return environmentReport({ report, changes: { changes: [], after: [] }, notes: [note] });
}
