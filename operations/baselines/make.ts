import { engineEnvironment } from "../../tools/engine-environment.mjs";
import { UserError } from "../cli/user-error.ts";
import { describeFailure } from "../engine/describe-failure.ts";
import { openStack } from "../engine/open-stack.ts";
import { offlineProject } from "../preview/offline-project.ts";
import { baseline } from "./baseline.ts";
import { type Planned, plannedIn } from "./planned.ts";

/** The baseline of a stack as the program is now, from an offline preview by the real engine. */
export async function makeBaseline(projectFolder: string, stack: string, signal?: AbortSignal): Promise<string> {
    const project = await offlineProject(projectFolder, stack);
    // A component is told of twice: the second time with its outputs.
    const resources = new Map<string, Planned>();
    let output = "";
    try {
        const environment = engineEnvironment({ standIn: true, ...project });
        const opened = await openStack({ workDir: project.workDir, stack, environment });
        await opened.preview({
            onOutput: (text) => {
                output += text;
            },
            signal,
            onEvent: (event) => {
                const planned = plannedIn(event);
                if (planned) resources.set(planned.urn, planned);
            },
        });
    } catch (error) {
        if (signal?.aborted) throw error;
        throw new UserError(
            `The program of ${stack} fails, so it has no baseline:\n${describeFailure(output || String(error))}`,
        );
    } finally {
        await project.remove();
    }
    return baseline(stack, [...resources.values()]);
}
