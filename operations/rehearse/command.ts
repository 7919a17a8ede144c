import { interruptible } from "../cli/interrupt.ts";
import type { Story } from "../cli/story.ts";
import { UserError } from "../cli/user-error.ts";
import { writeOutput } from "../cli/write-output.ts";
import { CHECKS } from "./checks/index.ts";
import { lookAround } from "./look-around.ts";
import { exitCode, rehearse } from "./rehearsal.ts";
import { asText, wordFor } from "./text.ts";

export interface RehearseOptions {
    readonly stack: string;
    readonly format: string;
    /** Where its JSON goes besides. */
    readonly json: string | undefined;
}

/** Looks at all that can be looked at before a first deployment; creates nothing that stays. */
export async function rehearseStack({ stack, format, json }: RehearseOptions, story: Story): Promise<number> {
    if (format !== "text" && format !== "json") {
        throw new UserError(`A rehearsal has no format "${format}": choose text or json with --format.`);
    }
    const situation = lookAround(stack, interruptible());
    try {
        const rehearsal = await rehearse(situation, CHECKS, (name, look) =>
            story.step(name, look, wordFor, ({ outcomes }) => outcomes.every(({ state }) => state === "done")),
        );
        const asJson = `${JSON.stringify(rehearsal, null, 2)}\n`;
        if (json !== undefined) await writeOutput(json, asJson);
        process.stdout.write(format === "json" ? asJson : asText(rehearsal));
        return exitCode(rehearsal);
    } finally {
        await situation.close();
    }
}
