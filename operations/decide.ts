import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { Story } from "./cli/story.ts";
import { decide } from "./decide/decide.ts";
import { DynamoDecisionLedger } from "./decide/ledger.ts";
import { decideOptions } from "./decide/options.ts";
import { openCloud } from "./verify/cloud.ts";
import { readOutputs } from "./verify/outputs.ts";

async function run(args: string[]): Promise<number> {
    const options = await decideOptions(args);
    const { stack, given, json } = options;
    const cloud = await openCloud(stack, paths);
    try {
        const story = new Story(process.stderr);
        const { ledgerTable } = await story.step(`Outputs of ${stack}`, () => readOutputs(stack, paths));
        const ledger = new DynamoDecisionLedger(cloud, ledgerTable);
        const { text, exitCode } = await decide(given, ledger, { json, now: new Date().toISOString() });
        process.stdout.write(text);
        return exitCode;
    } finally {
        cloud.close();
    }
}

await main(run);
