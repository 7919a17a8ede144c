import { at, list, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";
import { sparkNeeds } from "./spark.ts";
import { byTraining, trainingNeeds } from "./trainings.ts";

/** A step of a pipeline, as the worker is told of it. */
interface Command {
    function?: string;
    sparkJob?: unknown;
    training?: unknown;
}

/** What the worker of Data Pipeline must start, and what the training may that it starts. */
export function byWorker(program: Program): Need[] {
    const worker = program.ofType("aws:lambda/function:Function").find(({ name }) => name === "work");
    const holder = program.role(worker?.props.role);
    return commandsIn(program).flatMap((command) => {
        if (command.function !== undefined) {
            const why = { why: "the worker starts the step", called: true };
            return needs(holder, ["lambda:InvokeFunction"], program.names.plain(command.function), why);
        }
        if (command.sparkJob !== undefined) {
            const log = ["configurationOverrides", "monitoringConfiguration", "cloudWatchLoggingConfiguration"];
            return sparkNeeds(
                program,
                holder,
                text(command.sparkJob, "applicationId"),
                {
                    role: text(command.sparkJob, "executionRoleArn"),
                    key: text(command.sparkJob, ...log, "encryptionKeyArn"),
                },
                true,
            );
        }
        return trainingNeeds(program, holder, text(command.training, "RoleArn"), true);
    });
}

/** What the trainings of either orchestrator may do. */
export function byTrainings(program: Program): Need[] {
    const inCommands = commandsIn(program).flatMap(({ training }) => training ?? []);
    const inTasks = program
        .ofType("aws:sfn/stateMachine:StateMachine")
        .flatMap(({ props }) => requestsIn(JSON.parse(text(props, "definition"))));
    return [...inCommands, ...inTasks].flatMap((request) => byTraining(program, request));
}

function commandsIn({ ofType }: Program): Command[] {
    return ofType("aws:datapipeline/pipelineDefinition:PipelineDefinition").flatMap(({ props }) =>
        list(props, "pipelineObjects").flatMap((object) => {
            const field = list(object, "fields").find((one) => text(one, "key") === "command");
            return field === undefined ? [] : [JSON.parse(text(field, "stringValue")) as Command];
        }),
    );
}

function requestsIn(definition: unknown): unknown[] {
    if (typeof definition !== "object" || definition === null) return [];
    const own = text(definition, "Resource").includes("createTrainingJob") ? [at(definition, "Parameters")] : [];
    return [...own, ...Object.values(definition).flatMap(requestsIn)];
}
