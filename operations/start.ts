import { join } from "node:path";
import { localClients } from "../local/services/clients.ts";
import { paths } from "../tools/paths.mjs";
import { interruptible } from "./cli/interrupt.ts";
import { main } from "./cli/main.ts";
import { requireWritable } from "./cli/require-writable.ts";
import { writeOutput } from "./cli/write-output.ts";
import { type OpenConsole, openConsole } from "./console/open-console.ts";
import type { BroughtUp } from "./start/bring-up.ts";
import { isBalanced, isLoaded } from "./start/counts.ts";
import { Exchange } from "./start/exchange.ts";
import { differences, readExpected } from "./start/expected.ts";
import { functionErrors } from "./start/function-errors.ts";
import { watchInbox } from "./start/inbox.ts";
import { Intake } from "./start/intake.ts";
import { LOCAL, type LocalCloud } from "./start/local-cloud.ts";
import { type StartOptions, startOptions } from "./start/options.ts";
import { tellErrors, tellFile, tellOutcome, tellSystems, tellWhereToLook } from "./start/outcome.ts";
import { platformOutputs } from "./start/platform-outputs.ts";
import { qualityOf, readLabels } from "./start/quality.ts";
import { readSamples, type Samples } from "./start/sample-files.ts";
import { keepSchedules } from "./start/schedules.ts";
import { exchangeLines, readSets } from "./start/sets.ts";
import type { Settled } from "./start/settle.ts";
import { exitCodeOf, summaryOf } from "./start/summary.ts";
import { watchAlarms } from "./start/systems/watch-alarms.ts";
import type { TimedStory } from "./start/timed-story.ts";
import { withLocalCloud } from "./start/with-local-cloud.ts";
import { runWorkDay } from "./start/work-day.ts";

const SAMPLES = join(paths.root, "samples", "transactions");
const SETS = join(paths.root, "samples", "supplementary");
const EXPECTED = join(paths.root, "samples", "expected", "outcomes.json");
const LABELS = join(paths.root, "samples", "expected", "labels.csv");

async function start(args: string[]): Promise<number> {
    const options = startOptions(args, Boolean(process.stdout.isTTY));
    const interrupt = interruptible();
    const started = performance.now();
    const samples = await readSamples(options.samples ?? SAMPLES);
    if (options.json) await requireWritable(options.json);
    return withLocalCloud(interrupt, options.orchestrator, (up, story, signal) =>
        run(up, samples, options, story, signal, started),
    );
}

async function run(
    { cloud, report }: BroughtUp,
    samples: Samples,
    options: StartOptions,
    story: TimedStory,
    signal: AbortSignal,
    started: number,
): Promise<number> {
    const expected = options.samples ? undefined : await readExpected(EXPECTED);
    const labels = options.samples ? undefined : await readLabels(LABELS);
    const clients = localClients(paths.servicesFile);
    let opened: OpenConsole | undefined;
    try {
        const outputs = await platformOutputs(cloud.stack);
        const intake = new Intake(clients, outputs);
        if (!options.once) {
            const { observer } = intake;
            const { quickSight } = cloud;
            opened = await openConsole({
                stack: LOCAL,
                ...{ clients, quickSight, outputs, observer, report },
                ...(labels && { labels }),
            });
            story.line(`✓ Console  ${opened.address}`);
        }
        const exchange = await Exchange.of(cloud, clients);
        // Before anything is scored: who comes early is scored without, and says so.
        const sets = await exchange.put(options.samples ? join(options.samples, "supplementary") : SETS);
        const notBrought = await story.timed(
            "exchange",
            "Bringing sets from Azure",
            () => exchange.bring(sets),
            (missing) => `${sets.length - missing.length} of ${sets.length}, by token alone`,
        );
        // The other way takes the quarter of a minute between two looks of its own; nothing waits for it.
        const requested = exchange.request();
        requested.catch(() => undefined);
        const fed = `${samples.files.length} files, ${samples.live.length} live messages`;
        await story.timed(
            "feeding",
            "Feeding transactions",
            () => intake.feed(samples),
            () => fed,
        );
        const settled = () => intake.settle((text) => story.progress(text), signal);
        const isWell = (settledCounts: Settled) =>
            settledCounts.underWay === undefined && isBalanced(settledCounts) && isLoaded(settledCounts);
        const counts = await story.timed("processing", "Finding fraud", settled, () => "", isWell);
        const brought = {
            sets: await readSets(clients, outputs.supplementaryRunsTable),
            ...{ notBrought, requested: await requested },
            verdictsWithSets: intake.observer.ledger.withSets,
            verdictsInDoubt: intake.observer.ledger.doubtful,
        };
        const day = await runWorkDay(story, {
            ...{ cloud, clients, intake, counts, labels, signal },
            exchange: brought,
            orchestrator: options.orchestrator,
            ledgerTable: outputs.ledgerTable,
        });
        story.seconds.total = Math.round(performance.now() - started) / 1000;

        const { alerted } = intake.observer.ledger;
        const judged = expected && {
            differences: differences(expected, counts),
            quality: { run: qualityOf(alerted, labels?.fraud ?? new Set()), rules: expected.rules },
        };
        tellOutcome(story, counts, intake, judged);
        tellSystems(story, day);
        for (const line of ["", ...exchangeLines(brought, intake.observer.ledger)]) story.line(line);
        if (!isBalanced(counts) || !isLoaded(counts)) tellErrors(story, await functionErrors(clients));
        const summary = summaryOf(
            counts,
            story.seconds,
            {
                ...(judged && { quality: judged.quality }),
                ...(judged && counts.underWay === undefined && { asExpected: judged.differences.length === 0 }),
                exchange: brought,
            },
            day,
        );
        if (options.json) await writeOutput(options.json, `${JSON.stringify(summary, null, 2)}\n`);
        if (opened) {
            await Promise.all([
                stayUp(cloud, intake, opened, story, signal),
                watchAlarms(clients, story, signal),
                keepSchedules(cloud, story, signal),
            ]);
        }
        return exitCodeOf(summary);
    } finally {
        await opened?.close();
        clients.close();
    }
}

/** Takes in what is dropped into the inbox until Ctrl-C. */
async function stayUp(
    cloud: LocalCloud,
    intake: Intake,
    { address }: OpenConsole,
    story: TimedStory,
    signal: AbortSignal,
): Promise<void> {
    tellWhereToLook(story, { console: address, services: cloud.services.endpoint });
    await watchInbox({
        folder: paths.inbox,
        signal,
        onFile: async (file) => {
            await intake.land(file);
            const work = () => intake.settle((text) => story.progress(text), signal);
            const counts = await story.step(`Taking in ${file.key}`, work);
            tellFile(story, file.key, counts, intake);
        },
        onUnknown: (path) => {
            story.line(`${path}: no source known for this name. Put it into the folder of its source.`);
        },
    });
}

main(start);
