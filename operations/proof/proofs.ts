import type { Story } from "../cli/story.ts";
import { alarmsOf } from "./alarms/alarms-of.ts";
import { type Drilled, isProved } from "./alarms/drill.ts";
import { proveAlarms } from "./alarms/prove.ts";
import { alarmReport } from "./alarms/report.ts";
import { conservation } from "./conservation/conservation.ts";
import type { GivenOptions } from "./conservation/options.ts";
import { notProved, proveLeastPrivilege } from "./least-privilege/prove.ts";
import { leastPrivilegeReport } from "./least-privilege/report.ts";

/** Shows something, of these stacks where it is about some; says what was not shown. */
export type Proof = (
    stacks: readonly string[],
    story: Story,
    given: GivenOptions,
) => Promise<{ text: string; failed: string[] }>;

export const proofs: Readonly<Record<string, Proof | undefined>> = {
    alarms,
    conservation: (_, story, given) => conservation(given, story),
    "least-privilege": leastPrivilege,
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
