import { accessIn } from "../../policies/access/access.ts";
import type { Access } from "../../policies/access/access-to.ts";
import { graphOf } from "../../policies/core/run-rule.ts";
import { paths } from "../../tools/paths.mjs";
import { UserError } from "../cli/user-error.ts";
import { judgeOnce } from "../guard/judge-once.ts";

/** Who can do what in a stack, by its program as it is now; no engine and no cloud is asked. */
export async function knownAccess(stack: string): Promise<Access[]> {
    const question = { root: paths.root, cache: paths.cache, stack, program: "platform", withDetails: true } as const;
    const { report, judgement } = await judgeOnce(question);
    const [fault] = report.errors;
    if (fault !== undefined || judgement?.details === undefined) {
        throw new UserError(
            `The program of ${stack} fails, so nobody knows who reaches what:\n${fault ?? "it says nothing"}`,
        );
    }
    return accessIn(graphOf(judgement.details.records));
}
