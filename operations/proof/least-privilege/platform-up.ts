import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { liveResource } from "../../../local/providers/live/live-resource.ts";
import { type Clients, localClients } from "../../../local/services/clients.ts";
import { Store } from "../../../local/store/store.ts";
import type { Orchestrator } from "../../start/batch/orchestrators.ts";
import { createPlatform } from "../../start/bring-up.ts";
import { Intake } from "../../start/intake.ts";
import { LOCAL, type LocalCloud, openLocalCloud } from "../../start/local-cloud.ts";
import { type PlatformOutputs, platformOutputs } from "../../start/platform-outputs.ts";
import { TimedStory } from "../../start/timed-story.ts";
import { type Program, programOf } from "./program/program.ts";

/** The platform in a local cloud of its own that records which permissions are used. */
export interface PlatformUp {
    cloud: LocalCloud;
    clients: Clients;
    outputs: PlatformOutputs;
    intake: Intake;
    /** Where its stand-ins keep what they hold. */
    store: string;
    story: TimedStory;
    signal: AbortSignal;
}

/** Creates the platform, does something with it, and takes it down again, whatever became of that. */
export async function withPlatformUp<T>(orchestrator: Orchestrator, work: (up: PlatformUp) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), "compliance-privilege-"));
    const { signal } = new AbortController();
    const story = new TimedStory(signal, process.stderr);
    const store = join(folder, "store");
    const servicesFile = join(folder, "services.json");
    try {
        const cloud = await openLocalCloud({
            ...{ state: join(folder, "state"), store, servicesFile, orchestrator },
            permissions: true,
        });
        try {
            await createPlatform(cloud, story, signal);
            const outputs = await platformOutputs(cloud.stack);
            const clients = localClients(servicesFile);
            try {
                return await work({
                    ...{ cloud, clients, outputs, store, story, signal },
                    intake: new Intake(clients, outputs),
                });
            } finally {
                clients.close();
            }
        } finally {
            await cloud.remove();
        }
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

/** What the local cloud holds, as a program. */
export async function storedProgram({ store }: PlatformUp): Promise<Program> {
    const stored = await new Store(store, LOCAL).list();
    return programOf(
        LOCAL,
        stored.map(liveResource).map((one) => ({ ...one, props: one.inputs })),
    );
}
