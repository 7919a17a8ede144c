import type { Settings } from "../../stacks/settings.ts";
import { settingsOf } from "../../stacks/settings-of.ts";
import { paths } from "../../tools/paths.mjs";
import type { Stood } from "../changes/change.ts";
import { isStack, stoodFrom } from "../changes/stood.ts";
import { UserError } from "../cli/user-error.ts";
import { judgeOnce } from "../guard/judge-once.ts";

/** What a stack consists of, by its program as it is now; no engine and no cloud is asked. */
export interface Program {
    readonly stack: string;
    readonly settings: Settings;
    readonly resources: readonly Stood[];
}

export async function programOf(stack: string): Promise<Program> {
    const question = { root: paths.root, cache: paths.cache, stack, program: "platform", withDetails: true } as const;
    const { report, judgement } = await judgeOnce(question);
    const [fault] = report.errors;
    if (fault !== undefined || judgement?.details === undefined) {
        throw new UserError(
            `The program of ${stack} fails, so nobody knows what it needs:\n${fault ?? "it says nothing"}`,
        );
    }
    const resources = judgement.details.known.filter((known) => !isStack(known)).map(stoodFrom);
    return { stack, settings: settingsOf(stack), resources };
}
