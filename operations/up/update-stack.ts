import { UserError } from "../cli/user-error.ts";
import { describeFailure } from "../engine/describe-failure.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { PreviewEvents } from "../preview/collect.ts";

/** Updates a stack under the guardrails; says what was done, or why it stopped and where that leaves the stack. */
export async function updateStack(
    stack: EngineStack,
    policyPack: string,
    signal: AbortSignal,
    onProgress: (status: string) => void,
): Promise<string> {
    const events = new PreviewEvents();
    let output = "";
    let done = 0;
    try {
        await stack.up({
            policyPacks: [policyPack],
            onOutput: (text) => {
                output += text;
            },
            signal,
            onEvent: (event) => {
                events.onEvent(event);
                const { resOutputsEvent } = event;
                if (resOutputsEvent === undefined || resOutputsEvent.metadata.op === "same") return;
                done += 1;
                onProgress(`${done} changed`);
            },
        });
    } catch (cause) {
        if (signal.aborted) throw cause;
        const found = events.findings.filter(({ status }) => status !== "excepted");
        const told = found.map(
            ({ rule, urn, message }) => `${rule} ${urn.split("::").slice(-2).join("::")}: ${message}`,
        );
        const why = told.length > 0 ? told.join("\n") : describeFailure(output || String(cause));
        throw new UserError(
            `The update of ${stack.name} stopped after ${done} changed resources.\n${why}\n` +
                `What was changed stays so. Mend the reason, and run it again: npm run up -- --stack ${stack.name}.`,
        );
    }
    return `${done} changed`;
}
