import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Callbacks } from "../../../local/in-process/callbacks.ts";
import type { Deployment } from "../../../local/in-process/deployment.ts";
import { Monitor } from "../../../local/in-process/monitor.ts";
import { ENTRIES } from "./entries.ts";
import type { Assignment, Fault, Sited } from "./judgement.ts";
import type { Programs } from "./programs.ts";
import { faultOf, siteTaker } from "./sites.ts";
import { takeLogs } from "./take-logs.ts";

/** What the file backend, on which previews run, says of the organisation. */
const ORGANISATION = "organization";

/**
 * Runs the program until nothing more comes of it, as it would run under the engine; says what went wrong. After a fault
 * the rest goes on, so that all that can be told is told at once.
 */
export async function runProgram(
    assignment: Assignment,
    programs: Programs,
    deployment: Deployment,
): Promise<Sited<Fault>[]> {
    const { stack, project, program, config, codeFile, root } = assignment;
    const faults: Sited<Fault>[] = [];
    const monitor = new Monitor(
        deployment,
        (name) => installedVersion(root, name),
        (reasons, site) => {
            for (const message of reasons) faults.push({ message, ...(site && { site }) });
        },
    );
    pulumi.runtime.setMockOptions(monitor, project, stack, true, ORGANISATION);
    monitor.callbacks = Callbacks.install();
    pulumi.runtime.setAllConfig({ ...config });
    Object.assign(pulumi.Resource, { stackTrace: siteTaker(codeFile) });
    takeLogs((message) => faults.push({ message: message.trim() }));
    let noteIdle = (): void => {};
    const told = new Set<unknown>();
    const tell = (error: unknown): void => {
        if (told.has(error)) return;
        told.add(error);
        faults.push(faultOf(error, ENTRIES[program], codeFile));
    };
    process.on("uncaughtException", tell);
    process.on("unhandledRejection", tell);
    try {
        const ran = pulumi.runtime.runInPulumiStack(programs[program]).then(() => pulumi.runtime.disconnect());
        const finished = ran.then(() => true).catch(tell);
        const idle = new Promise<false>((resolve) => {
            noteIdle = () => resolve(false);
        });
        process.once("beforeExit", noteIdle);
        const whole = (await Promise.race([finished, idle])) ?? (await idle);
        if (!whole && faults.length === 0) faults.push({ message: leftWaiting });
        return faults;
    } finally {
        process.off("uncaughtException", tell);
        process.off("unhandledRejection", tell);
        process.off("beforeExit", noteIdle);
    }
}

const leftWaiting =
    "The program waits for a promise that nothing fulfils: two resources that depend on each other, or a promise without end.";

function installedVersion(root: string, name: string): string {
    const read = createRequire(join(root, "package.json"));
    return (read(`@pulumi/${name}/package.json`) as { version: string }).version;
}
