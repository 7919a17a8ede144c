import { settingsOf } from "../stacks/settings-of.ts";
import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { Story } from "./cli/story.ts";
import { endRetention } from "./retention/end.ts";
import { holdRecords } from "./retention/hold.ts";
import { KeepingInAccount } from "./retention/in-account.ts";
import { retentionOptions } from "./retention/options.ts";
import { endedText, heldText } from "./retention/text.ts";
import { openCloud } from "./verify/cloud.ts";
import { readOutputs } from "./verify/outputs.ts";

/** Some could not be deleted. */
const REFUSED = 2;

async function retention(args: string[]): Promise<number> {
    const { stack, what, ids, atMost } = retentionOptions(args);
    const cloud = await openCloud(stack, paths);
    try {
        const story = new Story(process.stderr);
        const outputs = await story.step(`Outputs of ${stack}`, () => readOutputs(stack, paths));
        const keeping = new KeepingInAccount(cloud, outputs);
        if (what === "hold" || what === "lift") {
            const isHeld = what === "hold";
            process.stdout.write(heldText(await holdRecords(keeping, ids, isHeld), isHeld));
            return 0;
        }
        const deletes = what === "delete";
        const { lockDays } = settingsOf(stack).records;
        const ended = await endRetention(keeping, { now: new Date(), lockDays, atMost, deletes });
        process.stdout.write(endedText(ended, deletes));
        return ended.refused.length > 0 ? REFUSED : 0;
    } finally {
        cloud.close();
    }
}

await main(retention);
