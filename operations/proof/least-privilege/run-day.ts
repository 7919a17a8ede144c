import { join } from "node:path";
import { permissionsUsed } from "../../../local/services/permissions-used.ts";
import { paths } from "../../../tools/paths.mjs";
import { failedSteps } from "../../start/batch/batch-day.ts";
import type { Orchestrator } from "../../start/batch/orchestrators.ts";
import { isBalanced, isLoaded } from "../../start/counts.ts";
import { Exchange } from "../../start/exchange.ts";
import { readLabels } from "../../start/quality.ts";
import { readSamples } from "../../start/sample-files.ts";
import { readSets } from "../../start/sets.ts";
import { runWorkDay } from "../../start/work-day.ts";
import type { Recorded } from "./needs/recorded.ts";
import { type PlatformUp, storedProgram, withPlatformUp } from "./platform-up.ts";
import type { Program } from "./program/program.ts";

const SAMPLES = join(paths.root, "samples");

/** What a whole day of the platform used of its permissions, and whether the day was well. */
export interface Day {
    /** As the local cloud holds it. */
    program: Program;
    used: (Recorded & { calls: number })[];
    /** Calls that were refused. */
    refused: Recorded[];
    /** What was not well, in words; nothing where all was accounted for. */
    faults: string[];
}

/** The day of `npm start -- --once`: sets from Azure, all samples, and the batch side by one orchestrator. */
export function runDay(orchestrator: Orchestrator): Promise<Day> {
    return withPlatformUp(orchestrator, async (up) => {
        const { cloud, clients, outputs, intake, store, story, signal } = up;
        const exchange = await Exchange.of(cloud, clients, store);
        const sets = await exchange.put(join(SAMPLES, "supplementary"));
        const notBrought = await exchange.bring(sets);
        const requested = exchange.request();
        requested.catch(() => undefined);
        await intake.feed(await readSamples(join(SAMPLES, "transactions")));
        const counts = await story.timed(
            "processing",
            "Finding fraud",
            () => intake.settle((text) => story.progress(text), signal),
            () => "",
            (settled) => isBalanced(settled) && isLoaded(settled),
        );
        const { alerted, withSets, doubtful } = intake.observer.ledger;
        const day = await runWorkDay(story, {
            ...{ cloud, clients, intake, counts, signal, orchestrator },
            labels: await readLabels(join(SAMPLES, "expected", "labels.csv")),
            ledgerTable: outputs.ledgerTable,
            exchange: {
                sets: await readSets(clients, outputs.supplementaryRunsTable),
                ...{ notBrought, requested: await requested },
                ...{ verdictsWithSets: withSets, verdictsInDoubt: doubtful },
            },
        });
        return {
            ...(await inPlainNames(up)),
            faults: [
                ...(isBalanced(counts) ? [] : ["what came in is not all accounted for"]),
                ...(isLoaded(counts) ? [] : ["the warehouse has not every verdict"]),
                ...(alerted.length > 0 ? [] : ["nothing was alerted"]),
                ...notBrought.map((set) => `${set} did not come from Azure`),
                ...failedSteps(day.batch).map((step) => `the step ${step} failed`),
            ],
        };
    });
}

/** What was recorded, by the names of the program. Roles that it did not make are those of the local cloud itself. */
async function inPlainNames(up: PlatformUp): Promise<Pick<Day, "program" | "used" | "refused">> {
    const program = await storedProgram(up);
    const all = (await permissionsUsed(up.clients)).flatMap(({ role: name, action, resource, allowed, calls }) => {
        const role = program.role(name);
        return role === undefined ? [] : [{ role, action, resource: program.names.plain(resource), allowed, calls }];
    });
    const of = (wanted: boolean) =>
        all.filter(({ allowed }) => allowed === wanted).map(({ allowed: _, ...rest }) => rest);
    return { program, used: of(true), refused: of(false) };
}
