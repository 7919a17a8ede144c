import fc from "fast-check";
import type { Workflow, WorkflowStep } from "../../../../infra/workflow/workflow.ts";

export const VERBS = ["collect", "reconcile", "report"] as const;

export const place = {
    topicArn: "arn:aws:sns:eu-west-1:111122223333:operations",
    functionArns: Object.fromEntries(
        VERBS.map((verb) => [verb, `arn:aws:lambda:eu-west-1:111122223333:function:${verb}`]),
    ),
    role: "orchestrator",
    resourceRole: "no-worker",
    workerGroup: "compliance-platform-test",
};

export function step(changes: Partial<WorkflowStep> = {}): WorkflowStep {
    return {
        name: "fetch",
        runs: "collect",
        description: "Fetches what is new",
        timeoutMinutes: 15,
        retries: 2,
        retryDelayMinutes: 5,
        ...changes,
    };
}

export function workflow(changes: Partial<Workflow> = {}): Workflow {
    return { name: "nightly", periodMinutes: 1440, tracks: [{ name: "intake", steps: [step()] }], ...changes };
}

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5}){0,3}$/).filter((text) => text.length <= 40);

const anyStep: fc.Arbitrary<Omit<WorkflowStep, "name">> = fc.record({
    runs: fc.constantFrom(...VERBS),
    description: fc.stringMatching(/^[ -~]{10,200}$/).filter((text) => !text.includes("#{")),
    timeoutMinutes: fc.integer({ min: 1, max: 15 }),
    retries: fc.integer({ min: 0, max: 5 }),
    retryDelayMinutes: fc.integer({ min: 2, max: 60 }),
});

/** Any workflow without a fault, up to the most steps that Data Pipeline takes. */
export const workflows: fc.Arbitrary<Workflow> = fc
    .tuple(
        name,
        fc
            .uniqueArray(name, { minLength: 1, maxLength: 49 })
            .chain((names) =>
                fc.tuple(
                    fc.constant(names),
                    fc.array(anyStep, { minLength: names.length, maxLength: names.length }),
                    fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }),
                ),
            ),
    )
    .map(([workflowName, [names, steps, begins]]) => {
        const tracks: Workflow["tracks"] = [];
        for (const [index, body] of steps.entries()) {
            const one = { name: names[index] ?? "", ...body };
            // A track of the same name as a step must not confuse a compiler either.
            if (index === 0 || begins[index]) tracks.push({ name: one.name, steps: [one] });
            else tracks.at(-1)?.steps.push(one);
        }
        const longest = Math.max(...tracks.map((track) => minutesOf(track.steps)));
        return { name: workflowName, periodMinutes: Math.max(15, longest), tracks };
    })
    .filter(({ periodMinutes }) => periodMinutes <= 10_080);

function minutesOf(steps: readonly WorkflowStep[]): number {
    return steps.reduce((sum, { timeoutMinutes, retries, retryDelayMinutes }) => {
        return sum + timeoutMinutes * (retries + 1) + retryDelayMinutes * retries;
    }, 0);
}
