import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { Story } from "./cli/story.ts";
import { replayOptions } from "./replay/options.ts";
import { replayParked } from "./replay/replay-parked.ts";
import { openCloud } from "./verify/cloud.ts";
import { readOutputs } from "./verify/outputs.ts";

async function replay(args: string[]): Promise<number> {
    const options = replayOptions(args);
    const { stack } = options;
    const cloud = await openCloud(stack, paths);
    try {
        const story = new Story(process.stderr);
        const { parkedBucket } = await story.step(`Outputs of ${stack}`, () => readOutputs(stack, paths));
        const { text, exitCode } = await replayParked(cloud, parkedBucket, options, new Date().toISOString());
        process.stdout.write(text);
        return exitCode;
    } finally {
        cloud.close();
    }
}

await main(replay);
