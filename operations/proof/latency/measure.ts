import type { Story } from "../../cli/story.ts";
import { atRest } from "./at-rest.ts";
import type { CountingCloud } from "./cloud.ts";
import type { Delays } from "./delays.ts";
import { floorDelays } from "./floor.ts";
import type { Messages } from "./messages.ts";
import { highestRate, platformDelays } from "./platform.ts";
import { processorSeconds } from "./processor-time.ts";

/** Shares of the highest rate. */
export const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9, 1.1] as const;

export interface Sizes {
    /** Messages that only start the functions. */
    readonly first: number;
    /** Messages of each of the rounds that find the highest rate. */
    readonly burst: number;
    readonly rounds: number;
    /** How long each rate is kept up. */
    readonly seconds: number;
}

export const SIZES: Sizes = { first: 200, burst: 3000, rounds: 3, seconds: 30 };

/** What was measured at one rate. */
export interface AtRate {
    readonly share: number;
    readonly perSecond: number;
    readonly sent: number;
    readonly lost: number;
    /** How much longer it took towards the end than at the beginning. */
    readonly growth: number;
    readonly platform: Delays;
    readonly floor: Delays;
}

export interface Measured {
    /** Verdicts a second when messages are sent as fast as the queue takes them: the median of the rounds. */
    readonly highest: number;
    /** What share of one processor the services took meanwhile. */
    readonly busy: number;
    readonly rates: readonly AtRate[];
}

/** Finds the highest rate, then measures at shares of it, each time first what the services alone take. */
export async function measure(
    world: CountingCloud,
    messages: Messages,
    story: Story,
    sizes = SIZES,
): Promise<Measured> {
    const { clients, cloud } = world;
    const bodies = (count: number) => [...messages.next(count).values()];
    await highestRate(world, bodies(sizes.first));
    const { highest, busy } = await story.step(
        "The highest rate",
        async () => {
            const [began, spent] = [performance.now(), processorSeconds(cloud.services.pid)];
            const rates: number[] = [];
            for (let round = 0; round < sizes.rounds; round++)
                rates.push(await highestRate(world, bodies(sizes.burst)));
            const seconds = (performance.now() - began) / 1000;
            const share = (processorSeconds(cloud.services.pid) - spent) / seconds;
            return { highest: middle(rates), busy: share };
        },
        (found) => `${Math.round(found.highest)}/s`,
    );
    const rates: AtRate[] = [];
    for (const share of SHARES) {
        const perSecond = highest * share;
        const count = Math.max(1, Math.round(perSecond * sizes.seconds));
        const step = async (): Promise<AtRate> => {
            const floor = await floorDelays(clients, messages.next(count), perSecond);
            await atRest(clients);
            const { delays, lost, growth } = await platformDelays(world, messages.next(count), perSecond);
            return { share, perSecond, sent: count, lost, growth, platform: delays, floor };
        };
        const title = `${Math.round(share * 100)} % of it, ${Math.round(perSecond)}/s`;
        rates.push(
            await story.step(title, step, ({ platform }) => `95 % within ${(platform.p95 / 1000).toFixed(1)} s`),
        );
    }
    return { highest, busy, rates };
}

function middle(values: readonly number[]): number {
    return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
