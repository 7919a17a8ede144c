import * as z from "zod/mini";

const text = z.string().check(z.minLength(1));

const common = {
    workflow: text,
    step: text,
    /** Longest run of the step, in minutes. */
    timeoutMinutes: z.int().check(z.gte(1)),
    /** The step whose latest answer must want this one. */
    onlyIf: z.optional(text),
};

/** What a step of the workflow runs, as the orchestrator wrote it into the field `command` of the activity. */
export const Command = z.union([
    /** ARN of a platform function. */
    z.strictObject({ ...common, function: text }),
    /** Request of EMR Serverless' StartJobRun, without its token. */
    z.strictObject({ ...common, sparkJob: z.looseObject({ applicationId: text, executionRoleArn: text }) }),
    /** Request of SageMaker's CreateTrainingJob, without its name. */
    z.strictObject({ ...common, training: z.looseObject({ RoleArn: text }) }),
]);

export type Command = z.infer<typeof Command>;
export type Kind = "function" | "sparkJob" | "training";

export function kindOf(command: Command): Kind {
    if ("function" in command) return "function";
    return "sparkJob" in command ? "sparkJob" : "training";
}

/** The command that a field holds; `undefined` when it is none of ours. */
export function readCommand(field: string | undefined): Command | undefined {
    try {
        return Command.parse(JSON.parse(field ?? ""));
    } catch {
        return undefined;
    }
}
