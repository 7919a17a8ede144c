import { writeFile } from "node:fs/promises";
import { cannotWrite } from "../cli/write-output.ts";
import { asDay } from "../evidence/day.ts";
import { approvedBy } from "./approval.ts";
import { exceptionsFile, exceptionsText, gitUser, ruleNames } from "./file.ts";

/** Writes the approval of the person at the keyboard into the file. */
export async function approve(id: string): Promise<string> {
    const today = asDay(undefined);
    const text = approvedBy(gitUser(), id, await exceptionsText(), { today, rules: ruleNames });
    await writeFile(exceptionsFile, text).catch((cause) => {
        throw cannotWrite(exceptionsFile, cause);
    });
    return `${id} is approved as of ${today}. Commit policies/exceptions.yaml under your own name.\n`;
}
