import { type Parked, parkedUnder, replay } from "../../functions/park/replay.ts";
import type { Cloud } from "../verify/cloud.ts";
import type { ReplayOptions } from "./options.ts";
import { replayPorts } from "./ports.ts";
import { asText } from "./text.ts";

export interface Replayed {
    text: string;
    exitCode: number;
}

/** Shows the chosen messages, and puts back what waits if the options say so. */
export async function replayParked(
    cloud: Pick<Cloud, "of">,
    bucket: string,
    { under, send, json }: Pick<ReplayOptions, "under" | "send" | "json">,
    now: string,
): Promise<Replayed> {
    const ports = replayPorts(cloud, bucket);
    const found = new Map<string, Parked>();
    for (const prefix of under) for await (const one of parkedUnder(prefix, ports)) found.set(one.key, one);
    const all = [...found.values()];
    // One that was parked since it was looked at was chosen by nobody.
    if (send) for (const { key, state } of all) if (state === "waiting") await replay(key, ports, now);
    const text = json ? `${JSON.stringify(all.map(withoutBody), null, 2)}\n` : asText(all, send);
    return { text, exitCode: all.some(({ state }) => state === "refused") ? 2 : 0 };
}

/** What a message holds is for the bucket alone. */
function withoutBody(one: Parked): object {
    if (!("message" in one) || one.message === undefined) return one;
    const { body, attributes, ...message } = one.message;
    return { ...one, message };
}
