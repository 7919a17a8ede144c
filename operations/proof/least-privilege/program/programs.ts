import { paths } from "../../../../tools/paths.mjs";
import { UserError } from "../../../cli/user-error.ts";
import { judgeOnce } from "../../../guard/judge-once.ts";
import { type Program, programOf } from "./program.ts";

/** Stacks without a program of their own that comes first. */
const WITHOUT_BOOTSTRAP = ["local"];

/** The program of a stack as it is now, with what limits its roles. */
export async function programNow(stack: string): Promise<Program> {
    const beside = WITHOUT_BOOTSTRAP.includes(stack) ? [] : await recordsOf(stack, "bootstrap");
    return programOf(stack, await recordsOf(stack, "platform"), beside);
}

async function recordsOf(stack: string, program: "platform" | "bootstrap") {
    const question = { root: paths.root, cache: paths.cache, stack, program, withDetails: true } as const;
    const { report, judgement } = await judgeOnce(question);
    const records = judgement?.details?.records;
    if (records === undefined || report.errors.length > 0) {
        throw new UserError(`The program of ${stack} does not run. See: npm run guard -- --stack ${stack}`);
    }
    return records;
}
