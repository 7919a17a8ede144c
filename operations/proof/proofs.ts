import type { Story } from "../cli/story.ts";
import { alarmsOf } from "./alarms/alarms-of.ts";
import { type Drilled, isProved } from "./alarms/drill.ts";
import { proveAlarms } from "./alarms/prove.ts";
import { alarmReport } from "./alarms/report.ts";
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

/** Shows something of these stacks, or at these points. */
export type Proof = (stacks: readonly string[], story: Story, points: readonly string[]) => Promise<Proved>;

export const proofs: Readonly<Record<string, Proof | undefined>> = {
    alarms,
    latency,
    "least-privilege": leastPrivilege,
    "tear-down": tearDown,
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
