import type { Fault } from "../../stacks/fault.ts";
import type { PipelineObject } from "./data-pipeline-definition.ts";

/**
 * What AWS Data Pipeline takes, from "AWS Data Pipeline Limits" in its Developer Guide (dp-limits); lengths count bytes of
 * UTF-8. The number of retries, their delay and the period are limits of a workflow: see `workflow-faults.ts`.
 */
export const PIPELINE_LIMITS = {
    objects: 100,
    fieldsOfObject: 50,
    /** Of the name of a field, and of an id. */
    nameBytes: 256,
    fieldBytes: 10_240,
    /** Names of fields included. */
    objectBytes: 15_360,
} as const;

/** The one expression that we mean: the step that an alarm is about. */
const EXPRESSION = "#{node.name}";

/** What the service would refuse of a compiled definition, whatever the jobs in it hold. */
export function pipelineFaults(objects: readonly PipelineObject[]): Fault[] {
    const { objects: most } = PIPELINE_LIMITS;
    const tooMany =
        objects.length > most ? [{ path: "objects", value: objects.length, expected: `at most ${most}` }] : [];
    return [...tooMany, ...objects.flatMap(objectFaults)];
}

function objectFaults({ id, fields }: PipelineObject): Fault[] {
    const { fieldsOfObject, nameBytes, fieldBytes, objectBytes } = PIPELINE_LIMITS;
    const tooLong = (path: string, text: string, most: number): Fault[] =>
        bytes(text) > most ? [{ path, value: `${bytes(text)} bytes`, expected: `at most ${most} bytes` }] : [];
    const count = fields.length;
    const size = fields.reduce((sum, field) => sum + bytes(field.key) + bytes(textOf(field)), 0);
    return [
        ...tooLong(`${id}.id`, id, nameBytes),
        ...(count > fieldsOfObject
            ? [{ path: `${id}.fields`, value: count, expected: `at most ${fieldsOfObject}` }]
            : []),
        ...fields.flatMap((field) => [
            ...tooLong(`${id}.${field.key}`, field.key, nameBytes),
            ...tooLong(`${id}.${field.key}`, textOf(field), fieldBytes),
            ...expressionFaults(`${id}.${field.key}`, textOf(field)),
        ]),
        ...(size > objectBytes
            ? [{ path: id, value: `${size} bytes`, expected: `at most ${objectBytes} bytes with all fields` }]
            : []),
    ];
}

/** Data Pipeline would put something else in place of an expression, or refuse it. */
function expressionFaults(path: string, text: string): Fault[] {
    const rest = text.replaceAll(EXPRESSION, "");
    return rest.includes("#{")
        ? [{ path, value: text.slice(0, 100), expected: "free of #{, which begins an expression" }]
        : [];
}

const textOf = (field: PipelineObject["fields"][number]) => ("refValue" in field ? field.refValue : field.stringValue);

const bytes = (text: string) => Buffer.byteLength(text);
