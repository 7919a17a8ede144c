import type { Story } from "../cli/story.ts";
import { alarmsOf } from "./alarms/alarms-of.ts";
import { type Drilled, isProved } from "./alarms/drill.ts";
import { proveAlarms } from "./alarms/prove.ts";
import { alarmReport } from "./alarms/report.ts";
import { conservation } from "./conservation/conservation.ts";
import type { GivenOptions } from "./conservation/options.ts";
import { latency } from "./latency/latency.ts";
import { notProved, proveLeastPrivilege } from "./least-privilege/prove.ts";
import { leastPrivilegeReport } from "./least-privilege/report.ts";
import { tearDown } from "./tear-down/tear-down.ts";

export interface Proved {
    /** The report. */
    text: string;
    /** Files that it shows, by the names that lie beside it. */
    beside?: Readonly<Record<string, string>>;
    /** What was not shown. */
    failed: string[];
}

/** What was asked besides which stacks: each is of one proof. */
export type Given = GivenOptions & { point?: readonly string[] };

/** Shows something, of these stacks where it is about some. */
export type Proof = (stacks: readonly string[], story: Story, given: Given) => Promise<Proved>;

export const proofs: Readonly<Record<string, Proof | undefined>> = {
    alarms,
    conservation: (_, story, given) => conservation(given, story),
    latency: (_, story) => latency(story),
    "least-privilege": leastPrivilege,
    "tear-down": (_, story, { point = [] }) => tearDown(story, point),
};

async function leastPrivilege(stacks: readonly string[], story: Story) {
    const proved = await proveLeastPrivilege(stacks, story);
    return { text: leastPrivilegeReport(proved), failed: notProved(proved) };
}

async function alarms(stacks: readonly string[], story: Story) {
    const byStack = new Map<string, Drilled[]>();
    for (const stack of stacks) {
        const proved = (drilled: Drilled[]) => `${drilled.filter(isProved).length} of ${drilled.length}`;
        byStack.set(
            stack,
            await story.step(`Alarms of ${stack}`, async () => proveAlarms(await alarmsOf(stack)), proved),
        );
    }
    const failed = [...byStack].flatMap(([stack, drilled]) =>
        drilled.filter((one) => !isProved(one)).map(({ alarm }) => `${alarm.name} of ${stack}`),
    );
    return { text: alarmReport(byStack), failed };
}
