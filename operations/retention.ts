import { parseArgs } from "node:util";
import { settingsOf } from "../stacks/settings-of.ts";
import { paths } from "../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { main } from "./cli/main.ts";
import { Story } from "./cli/story.ts";
import { UserError } from "./cli/user-error.ts";
import { endRetention } from "./retention/end.ts";
import { holdRecords } from "./retention/hold.ts";
import { KeepingInAccount } from "./retention/in-account.ts";
import { endedText, heldText } from "./retention/text.ts";
import { openCloud } from "./verify/cloud.ts";
import { readOutputs } from "./verify/outputs.ts";

const REFUSED = 2;

async function retention(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            delete: { type: "boolean", default: false },
            hold: { type: "boolean", default: false },
            lift: { type: "boolean", default: false },
            id: { type: "string", multiple: true, default: [] },
            "at-most": { type: "string", default: "1000" },
        },
    });
    const { stack, delete: deletes, hold, lift, id: ids } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if ([deletes, hold, lift].filter(Boolean).length > 1) {
        throw new UserError("--delete, --hold and --lift are three things: name one of them.");
    }
    if ((hold || lift) !== ids.length > 0) {
        throw new UserError(
            "--hold and --lift are about transactions: name each with --id, and --id with one of them.",
        );
    }
    const atMost = Number(values["at-most"]);
    if (!Number.isInteger(atMost) || atMost < 1) {
        throw new UserError(`--at-most must be a whole number of 1 or more, got "${values["at-most"]}".`);
    }
    const cloud = await openCloud(stack, paths);
    try {
        const story = new Story(process.stderr);
        const outputs = await story.step(`Outputs of ${stack}`, () => readOutputs(stack, paths));
        const keeping = new KeepingInAccount(cloud, outputs);
        if (hold || lift) {
            process.stdout.write(heldText(await holdRecords(keeping, ids, hold), hold));
            return 0;
        }
        const { lockDays } = settingsOf(stack).records;
        const ended = await endRetention(keeping, { now: new Date(), lockDays, atMost, deletes });
        process.stdout.write(endedText(ended, deletes));
        return ended.refused.length > 0 ? REFUSED : 0;
    } finally {
        cloud.close();
    }
}

await main(retention);
