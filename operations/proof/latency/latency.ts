import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";
import type { Story } from "../../cli/story.ts";
import { readSamples } from "../../start/sample-files.ts";
import { inCountingCloud } from "./cloud.ts";
import { judge } from "./judge.ts";
import { measure } from "./measure.ts";
import { Messages } from "./messages.ts";
import { latencyPlot } from "./plot.ts";
import { latencyReport } from "./report.ts";

const PICTURE = "latency.svg";

/** Measures latency against load on this machine; what is not as it is claimed. */
export async function latency(story: Story) {
    const { live } = await readSamples(join(paths.root, "samples", "transactions"));
    const measured = await inCountingCloud((world) => measure(world, new Messages(live), story));
    const judged = judge(measured);
    return {
        text: latencyReport(measured, judged, PICTURE),
        beside: { [PICTURE]: latencyPlot(measured, judged) },
        failed: [...judged.faults],
    };
}
