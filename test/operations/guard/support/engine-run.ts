import { join } from "node:path";
import { openStack } from "../../../../operations/engine/open-stack.ts";
import { PreviewEvents } from "../../../../operations/preview/collect.ts";
import { offlineProject } from "../../../../operations/preview/offline-project.ts";
import { engineEnvironment } from "../../../../tools/engine-environment.mjs";

/** A resource as the engine has it in its state. */
export interface Stated {
    urn: string;
    type: string;
    id: string;
    parent: string;
    protect: boolean;
    /** URN of the provider that manages it. */
    provider: string;
    inputs: unknown;
    outputs: unknown;
}

export interface EngineRun {
    events: PreviewEvents;
    resources: Stated[];
}

/** An offline preview by the real engine of the program and the pack that lie in this folder. */
export async function engineRun(folder: string, stack: string, program = ""): Promise<EngineRun> {
    const project = await offlineProject(folder, stack, program);
    const events = new PreviewEvents();
    const resources = new Map<string, Stated>();
    try {
        const environment = engineEnvironment({ standIn: true, ...project });
        const opened = await openStack({ workDir: project.workDir, stack, environment });
        await opened.preview({
            policyPacks: [join(folder, "policies")],
            onEvent: (event) => {
                events.onEvent(event);
                const state = event.resOutputsEvent?.metadata.new as (Partial<Stated> & { urn: string }) | undefined;
                // A component is told of twice: the second time with its outputs.
                if (state) resources.set(state.urn, stated(state));
            },
        });
    } catch {
        // A finding ends a preview with an error; what was found is in the events.
    } finally {
        await project.remove();
    }
    return { events, resources: [...resources.values()] };
}

function stated({
    urn,
    type = "",
    id = "",
    parent = "",
    protect = false,
    provider = "",
    inputs,
    outputs,
}: Partial<Stated> & { urn: string }): Stated {
    // A reference of a provider ends with its id, which a preview does not know.
    return { urn, type, id, parent, protect, provider: provider.split("::").slice(0, -1).join("::"), inputs, outputs };
}
