import { SQSClient } from "@aws-sdk/client-sqs";
import { atRest } from "../../operations/proof/latency/at-rest.ts";
import { type CountingCloud, inCountingCloud } from "../../operations/proof/latency/cloud.ts";
import { countsSoFar, since } from "../../operations/proof/latency/counts.ts";
import { sendLive } from "../../operations/start/feed.ts";
import type { Figure, Finding } from "../figure.ts";
import { median } from "../median.ts";
import { floorRate } from "./floor.ts";
import { largeFile } from "./large-file.ts";
import { liveMessages, stream } from "./live-stream.ts";
import { requestFigures } from "./requests.ts";
import { sizes } from "./sizes.ts";

/** Messages that only start the functions. */
const FIRST = 200;
/** The windows of `screen` and `score` on a laptop, and what the way between them may take. */
const PATIENCE_MS = 2 * 1000 + 2000;

/** What the platform on a laptop does with live messages and a large file, beside what its services could do at best. */
export function benchHotPath(): Promise<Finding[]> {
    return inCountingCloud(async (world) => [...(await liveFigures(world)), ...(await fileFigures(world))]);
}

async function liveFigures(world: CountingCloud): Promise<Finding[]> {
    const { clients, outputs } = world;
    await sendLive(clients.of(SQSClient), outputs.incomingQueueUrl, liveMessages(1, FIRST));
    await atRest(clients);
    const floors: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < sizes.rounds; round++) {
        // In turn, so that what else the machine does falls on both.
        floors.push(await floorRate(clients, liveMessages(2, sizes.live)));
        rates.push((await stream(world, liveMessages(100 + round, sizes.live))).rate);
    }
    const [floor, rate] = [median(floors), median(rates)];
    const { within95 } = await stream(world, liveMessages(200, sizes.live), rate / 2);
    return [
        {
            what: `${sizes.live.toLocaleString("en")} live messages, from the first sent to the last verdict`,
            figure: `${Math.round(rate)}/s`,
            target: "",
        },
        { what: "sending, receiving and deleting them, no more", figure: `${Math.round(floor)}/s`, target: "" },
        { ratio: "live messages: their rate beside the bare services'", value: rate / floor, atLeast: 0.25 },
        {
            what: "from send to verdict at half that rate, 95 %",
            figure: `${(within95 / 1000).toFixed(1)} s`,
            target: `under ${PATIENCE_MS / 1000} s: the windows and two seconds`,
        },
    ];
}

async function fileFigures(world: CountingCloud): Promise<Figure[]> {
    const { endpoint } = world.clients;
    const before = await countsSoFar(endpoint);
    const { seconds, units } = await largeFile(world, sizes.files, FIRST + (sizes.rounds + 1) * sizes.live);
    const counted = since(before, await countsSoFar(endpoint));
    return [
        {
            what: `${units.toLocaleString("en")} units out of files and live, scored and in the warehouse`,
            figure: `${seconds.toFixed(1)} s, ${Math.round(units / seconds)}/s`,
            target: "",
        },
        ...requestFigures(counted, units),
    ];
}
