import fc from "fast-check";
import type { RunnableNames, SparkJob, Works } from "../../../../infra/workflow/runnables.ts";
import type { StepRuns, Workflow, WorkflowStep } from "../../../../infra/workflow/workflow.ts";

export const VERBS = ["collect", "reconcile", "report"] as const;

/** What there is to run in tests. */
export const offered: RunnableNames = { function: VERBS, sparkJob: ["trends"], training: ["fraud"] };

export const spark: SparkJob = {
    applicationId: "00f1abcdefghij01",
    jobRoleArn: "arn:aws:iam::111122223333:role/trends",
    entryPoint: "s3://scripts/trends.py",
    arguments: ["--days", "90"],
    sparkSubmitParameters: "--conf spark.executor.cores=2",
    log: { group: "/aws/emr-serverless/trends", keyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs" },
};

export const works: Works = {
    functionArns: Object.fromEntries(
        VERBS.map((verb) => [verb, `arn:aws:lambda:eu-west-1:111122223333:function:${verb}`]),
    ),
    sparkJobs: { trends: spark },
    trainings: {
        fraud: { RoleArn: "arn:aws:iam::111122223333:role/train", StoppingCondition: { MaxRuntimeInSeconds: 900 } },
    },
};

export const place = {
    topicArn: "arn:aws:sns:eu-west-1:111122223333:operations",
    ...works,
    role: "orchestrator",
    workerGroup: "compliance-platform-test",
};

export function step(changes: Partial<WorkflowStep> = {}): WorkflowStep {
    return {
        name: "fetch",
        runs: { function: "collect" },
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

const anyWork: fc.Arbitrary<StepRuns> = fc.oneof(
    fc.record({ function: fc.constantFrom(...VERBS) }),
    fc.constantFrom<StepRuns>({ sparkJob: "trends" }, { training: "fraud" }),
);

const anyStep: fc.Arbitrary<Omit<WorkflowStep, "name">> = fc.record({
    runs: anyWork,
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
            .uniqueArray(name, { minLength: 1, maxLength: 48 })
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
            else tracks.at(-1)?.steps.push(asking(one, tracks.at(-1)?.steps ?? []));
        }
        const longest = Math.max(...tracks.map((track) => minutesOf(track.steps)));
        return { name: workflowName, periodMinutes: Math.max(15, longest), tracks };
    })
    .filter(({ periodMinutes }) => periodMinutes <= 4320);

/** Some ask an earlier step whether they are wanted. */
function asking(one: WorkflowStep, before: readonly WorkflowStep[]): WorkflowStep {
    const answers = before.find(({ runs }) => "function" in runs);
    return answers !== undefined && one.timeoutMinutes % 2 === 0 ? { ...one, onlyIf: answers.name } : one;
}

function minutesOf(steps: readonly WorkflowStep[]): number {
    return steps.reduce((sum, { timeoutMinutes, retries, retryDelayMinutes }) => {
        return sum + timeoutMinutes * (retries + 1) + retryDelayMinutes * retries;
    }, 0);
}
