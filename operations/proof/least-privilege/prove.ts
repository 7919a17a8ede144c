import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";
import type { Story } from "../../cli/story.ts";
import { ORCHESTRATORS, type Orchestrator } from "../../start/batch/orchestrators.ts";
import { readSamples } from "../../start/sample-files.ts";
import { roleTests } from "./check/role-tests.ts";
import { type Drilled, drill, isShown } from "./drills.ts";
import type { Need } from "./needs/need.ts";
import { needsOf } from "./needs/needs-of.ts";
import { RECORD, type Recorded, recordText } from "./needs/recorded.ts";
import { withPlatformUp } from "./platform-up.ts";
import { grantedIn, keyOf } from "./program/granted.ts";
import { programNow } from "./program/programs.ts";
import { type Removal, removals } from "./removals.ts";
import { type Day, runDay } from "./run-day.ts";

/** A day by one orchestrator, and what of the permissions it left unused. */
export interface ProvedDay {
    orchestrator: Orchestrator;
    day: Day;
    granted: number;
    /** Permissions that the day did not use, each with what needs it all the same; nothing where nobody does. */
    unused: (Recorded & { need?: Need })[];
}

/** All that is shown of least privilege. */
export interface Proved {
    days: ProvedDay[];
    /** What is wrong in the programs as they are, by stack. */
    faults: Map<string, string[]>;
    removed: Map<string, Removal[]>;
    drilled: Drilled[];
}

/** Runs the days, keeps what they used, takes permissions away in process, and some in a running platform. */
export async function proveLeastPrivilege(stacks: readonly string[], story: Story): Promise<Proved> {
    const ran: { orchestrator: Orchestrator; day: Day }[] = [];
    for (const orchestrator of ORCHESTRATORS) {
        ran.push({ orchestrator, day: await story.step(`A day by ${orchestrator}`, () => runDay(orchestrator)) });
    }
    const used = ran.flatMap(({ day }) => day.used);
    await writeFile(RECORD, recordText(used));
    const days = ran.map((one) => ({ ...one, ...leftUnused(one.day, used) }));
    const faults = new Map<string, string[]>();
    const removed = new Map<string, Removal[]>();
    for (const stack of stacks) {
        const program = await programNow(stack);
        const needed = needsOf(program, used);
        faults.set(
            stack,
            roleTests(program, needed).flatMap((test) => test.faults),
        );
        removed.set(stack, removals(program, needed));
    }
    const samples = await readSamples(join(paths.root, "samples", "transactions"));
    const drilled = await withPlatformUp(ORCHESTRATORS[0], (up) => drill(up, samples));
    return { days, faults, removed, drilled };
}

function leftUnused({ program, used: own }: Day, used: readonly Recorded[]): Pick<ProvedDay, "granted" | "unused"> {
    const granted = [...new Map(grantedIn(program).map((one) => [keyOf(one), one])).values()];
    const byKey = new Map(needsOf(program, used).map((need) => [keyOf(need), need]));
    const seen = new Set(own.map(keyOf));
    const unused = granted
        .filter((one) => !seen.has(keyOf(one)))
        .map(({ role, action, resource }) => {
            const need = byKey.get(keyOf({ role, action, resource }));
            return { role, action, resource, ...(need && { need }) };
        });
    return { granted: granted.length, unused };
}

/** What was not proved, a line each. */
export function notProved({ days, faults, removed, drilled }: Proved): string[] {
    return [
        ...days.flatMap(({ orchestrator, day, unused }) => [
            ...day.faults.map((fault) => `the day by ${orchestrator}: ${fault}`),
            ...day.refused.map((one) => `the day by ${orchestrator} was refused ${keyOf(one)}`),
            ...unused
                .filter(({ need }) => need === undefined)
                .map((one) => `${keyOf(one)} was never used by ${orchestrator}, and nothing explains it`),
        ]),
        ...[...faults].flatMap(([stack, all]) => all.map((fault) => `${stack}: ${fault}`)),
        ...[...removed].flatMap(([stack, all]) =>
            all.filter(({ failed }) => failed === undefined).map((one) => `${stack}: no test misses ${keyOf(one)}`),
        ),
        ...drilled
            .filter((one) => !isShown(one))
            .map((one) => `without ${keyOf(one)} the running platform was ${JSON.stringify(one.balanced)}`),
    ];
}
