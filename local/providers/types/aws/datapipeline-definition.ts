import { isObject, type Properties } from "../../../store/value.ts";
import { type Check, when } from "../../checks/check.ts";
import { cyclesIn } from "./datapipeline-cycles.ts";
import type { DefinedObject } from "./datapipeline-object.ts";
import { missingFields, valueFaults } from "./datapipeline-types.ts";

/** Bytes of UTF-8, from "AWS Data Pipeline Limits" in the Developer Guide. */
const MOST = { objects: 100, fields: 50, nameBytes: 256, fieldBytes: 10_240, objectBytes: 15_360 };

/** What the service checks when a definition is put: sizes, types, required fields, references, cycles. */
export const definitionChecks: readonly Check[] = [
    check((objects) =>
        objects.length > MOST.objects ? `must have at most ${MOST.objects} objects, has ${objects.length}` : undefined,
    ),
    check((objects) => first(objects, sizeFault)),
    check((objects) => {
        const ids = objects.map(({ id }) => id);
        const twice = ids.find((id, index) => ids.indexOf(id) !== index);
        return twice === undefined ? undefined : `has two objects with the id ${twice}`;
    }),
    check((objects) => first(objects, ({ fields }) => first(fields, fieldFault))),
    check((objects) => {
        const ids = new Set(objects.map(({ id }) => id));
        return first(objects, ({ fields }) =>
            first(fields, ({ key, ref }) =>
                ref === undefined || ids.has(ref) ? undefined : `names ${ref} in ${key}, which is no object of it`,
            ),
        );
    }),
    check((objects) => first(objects, (object) => missingFields(object, objects))),
    check((objects) => first(objects, valueFaults)),
    check((objects) => cyclesIn(objects)),
];

function check(fault: (objects: DefinedObject[]) => string | undefined): Check {
    return when(["pipelineObjects"], "pipelineObjects", ({ pipelineObjects }) => {
        const objects = Array.isArray(pipelineObjects) ? pipelineObjects.filter(isObject) : [];
        return fault(objects.map(definedObject));
    });
}

/** The fault of the first that has one, told with its id or key. */
function first<One extends { id: string } | { key: string }>(
    ones: readonly One[],
    fault: (one: One) => string | undefined,
): string | undefined {
    for (const one of ones) {
        const found = fault(one);
        if (found !== undefined) return "id" in one ? `${one.id}: ${found}` : found;
    }
    return undefined;
}

function definedObject({ id, fields }: Properties): DefinedObject {
    const list = Array.isArray(fields) ? fields.filter(isObject) : [];
    const text = (value: unknown) => (typeof value === "string" ? value : undefined);
    return {
        id: String(id),
        fields: list.map(({ key, stringValue, refValue }) => ({
            key: String(key),
            text: text(stringValue),
            ref: text(refValue),
        })),
    };
}

function fieldFault({ key, text, ref }: DefinedObject["fields"][number]): string | undefined {
    return (text === undefined) === (ref === undefined)
        ? `${key} must have either a stringValue or a refValue`
        : undefined;
}

function sizeFault({ id, fields }: DefinedObject): string | undefined {
    if (bytes(id) > MOST.nameBytes) return `its id has ${bytes(id)} bytes, at most ${MOST.nameBytes} fit`;
    if (fields.length > MOST.fields) return `has ${fields.length} fields, at most ${MOST.fields} fit`;
    let whole = 0;
    for (const { key, text, ref } of fields) {
        const size = bytes(text ?? ref ?? "");
        if (bytes(key) > MOST.nameBytes)
            return `the name of a field has ${bytes(key)} bytes, at most ${MOST.nameBytes} fit`;
        if (size > MOST.fieldBytes) return `${key} has ${size} bytes, at most ${MOST.fieldBytes} fit`;
        whole += bytes(key) + size;
    }
    return whole > MOST.objectBytes ? `has ${whole} bytes, at most ${MOST.objectBytes} fit` : undefined;
}

const bytes = (text: string) => Buffer.byteLength(text);
