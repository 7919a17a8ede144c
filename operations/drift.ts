import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SNSClient } from "@aws-sdk/client-sns";
import { parse } from "yaml";
import { paths } from "../tools/paths.mjs";
import { stackEnvironment } from "../tools/pulumi/stack-environment.mjs";
import { localStack } from "../tools/pulumi/stacks.mjs";
import { Interrupted, interruptible } from "./cli/interrupt.ts";
import { main } from "./cli/main.ts";
import { requireWritable } from "./cli/require-writable.ts";
import { Story } from "./cli/story.ts";
import { writeOutput } from "./cli/write-output.ts";
import { type DriftPorts, type DriftRun, driftReport } from "./drift/drift-report.ts";
import { outcomeOf } from "./drift/exit-code.ts";
import { formatOf, formatted } from "./drift/formats/index.ts";
import { readHistory, writeHistory } from "./drift/history/history-file.ts";
import { told } from "./drift/history/remember.ts";
import { loadIgnores } from "./drift/ignores/register.ts";
import type { Engine } from "./drift/look/engine.ts";
import { look } from "./drift/look/look.ts";
import { stateLock } from "./drift/look/state-lock.ts";
import { undeployed } from "./drift/look/undeployed.ts";
import { notice, topicNotifier } from "./drift/notify/notifier.ts";
import { type DriftOptions, driftOptions } from "./drift/options.ts";
import { cloudPorts, localPorts } from "./drift/ports.ts";

async function drift(args: string[]): Promise<number> {
    const options = driftOptions(args);
    const { stack, format, out } = options;
    const signal = interruptible();
    const historyFile = options.history ?? join(paths.platform, "drift", `${stack}.json`);
    for (const file of [historyFile, ...out]) await requireWritable(file);
    const before = await readHistory(historyFile, stack);
    const story = new Story(process.stderr);
    try {
        const ports = await portsOf(options, signal, (status) => story.progress(status));
        const ignores = loadIgnores(join(paths.root, "operations", "drift", "ignores.yaml"));
        const title = `Comparing ${stack} with its clouds`;
        const run = await story.step(title, () => driftReport(stack, ignores, before, ports), wordOf, isClean);
        await writeHistory(historyFile, options.topic === undefined ? told(run.history) : run.history);
        const report = await notified(run, options, historyFile);
        for (const file of out) await writeOutput(file, formatted(report, formatOf(file, format)));
        process.stdout.write(formatted(report, format));
        return report.exitCode;
    } catch (error) {
        if (!signal.aborted) throw error;
        process.stderr.write("Interrupted. Nothing was changed.\n");
        return Interrupted.exitCode;
    }
}

async function portsOf(
    { stack, timeoutSeconds, managedOnly, ...asked }: DriftOptions,
    signal: AbortSignal,
    onProgress: (status: string) => void,
): Promise<DriftPorts> {
    const env = await stackEnvironment(stack);
    const engine: Engine = { stack, cwd: paths.root, env, signal };
    const config = parse(await readFile(join(paths.root, `Pulumi.${stack}.yaml`), "utf8"))?.config ?? {};
    const places = { region: config["aws:region"], subscriptionId: config["azure-native:subscriptionId"] };
    const clouds = stack === localStack ? localPorts : cloudPorts(places, env);
    return {
        ...clouds,
        ...(managedOnly && { finders: [] }),
        ...(asked.undeployed && { undeployed: (sealed) => undeployed(engine, sealed) }),
        look: () =>
            look({
                engine,
                lockOf: stateLock,
                deadline: () => AbortSignal.timeout(timeoutSeconds * 1000),
                onProgress: (count) => onProgress(`${count} resources`),
            }),
        now: () => new Date(),
    };
}

/** Tells the topic, and remembers that it was told only once it is: the next run tells what this one could not. */
async function notified({ report, history }: DriftRun, { topic }: DriftOptions, historyFile: string) {
    const news = topic === undefined ? undefined : notice(report, history);
    if (topic === undefined || news === undefined) return report;
    try {
        const sns = new SNSClient({ region: topic.split(":")[3] ?? "" });
        await topicNotifier(sns, topic)(news.subject, news.message);
    } catch (error) {
        const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        const untold = [...report.untold, `the topic could not be told, so the next run tells it: ${reason}`];
        return { ...report, untold, ...outcomeOf({ ...report, untold }) };
    }
    await writeHistory(historyFile, told(history));
    return { ...report, notified: news.count };
}

const wordOf = ({ report }: DriftRun) => report.outcome.replaceAll("-", " ");
const isClean = ({ report }: DriftRun) => report.outcome === "clean";

main(drift);
