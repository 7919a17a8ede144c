import { join } from "node:path";
import { rules } from "../../policies/rules/index.ts";
import type { Changes } from "../changes/change.ts";
import { EngineChanges } from "../changes/from-engine.ts";
import { describeFailure } from "../engine/describe-failure.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { PreviewEvents } from "./collect.ts";
import type { PreviewReport } from "./report.ts";

export interface PreviewArgs {
    stack: EngineStack;
    /** Folder of the project, for the policy pack. */
    projectFolder: string;
    offline: boolean;
    signal?: AbortSignal;
    /** Told how many resources the engine has looked at so far. */
    onProgress?: (resources: number) => void;
}

export interface Previewed extends PreviewReport {
    changes: Changes;
}

/** Previews a stack under the guardrails. A preview that fails gives a report too, with its errors. */
export async function runPreview({
    stack,
    projectFolder,
    offline,
    signal,
    onProgress,
}: PreviewArgs): Promise<Previewed> {
    const started = performance.now();
    const events = new PreviewEvents();
    const changes = new EngineChanges();
    let output = "";
    try {
        await stack.preview({
            policyPacks: [join(projectFolder, "policies")],
            onOutput: (text) => {
                output += text;
            },
            signal,
            onEvent: (event) => {
                events.onEvent(event);
                changes.onEvent(event);
                onProgress?.(events.resources.length);
            },
        });
    } catch (error) {
        if (signal?.aborted) throw error;
        const explained = events.errors.length > 0 || events.findings.some(({ status }) => status === "violation");
        if (!explained) events.errors.push(describeFailure(output || String(error)));
    }
    const { resources, findings, errors } = events;
    const seconds = Math.round(performance.now() - started) / 1000;
    return {
        stack: stack.name,
        offline,
        resources,
        findings,
        rules: rules.length,
        errors,
        seconds,
        changes: changes.all(!offline),
    };
}
