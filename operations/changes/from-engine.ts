import type { EngineEvent, StepEventMetadata } from "@pulumi/pulumi/automation/index.js";
import { parsePath, valueAt } from "../../local/store/paths.ts";
import type { Value } from "../../local/store/value.ts";
import { plannedOf, type Stated } from "../baselines/planned.ts";
import type { Change, Changes, Operation, PropertyChange, Stood } from "./change.ts";
import { hidden } from "./hidden.ts";
import { isStack } from "./stood.ts";

/** The engine's words; a replacement comes as several steps. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
    create: "create",
    import: "create",
    update: "update",
    replace: "replace",
    "create-replacement": "replace",
    "delete-replaced": "replace",
    "import-replacement": "replace",
    delete: "delete",
    "read-discard": "delete",
    discard: "delete",
};

interface Told {
    operation: Operation;
    metadata: StepEventMetadata;
    old?: Stood;
    now?: Stood;
}

/** Gathers from the engine's events what becomes of each resource. Secrets come out of the engine hidden. */
export class EngineChanges {
    private readonly told = new Map<string, Told>();

    readonly onEvent = ({ resourcePreEvent, resOutputsEvent }: EngineEvent): void => {
        const metadata = (resourcePreEvent ?? resOutputsEvent)?.metadata;
        if (metadata === undefined || isStack(metadata)) return;
        const { urn, op } = metadata;
        const before = this.told.get(urn);
        const operation = OPERATIONS[op] ?? "same";
        const old = stoodIn(metadata.old, metadata) ?? before?.old;
        const now = stoodIn(metadata.new, metadata) ?? before?.now;
        this.told.set(urn, {
            operation: before?.operation === "replace" ? "replace" : operation,
            metadata: detailed(metadata) || before === undefined ? metadata : before.metadata,
            ...(old && { old }),
            ...(now && { now }),
        });
    };

    /** `compared` says whether there was a state to compare with. */
    all(compared: boolean): Changes {
        const changes = [...this.told].map(([urn, told]): Change => {
            const { operation, metadata, old, now } = told;
            const { type } = metadata;
            const name = urn.split("::").at(-1) ?? urn;
            const properties = operation === "update" || operation === "replace" ? propertiesIn(metadata) : [];
            const [before, after] = [old && { before: old }, operation !== "delete" && now && { after: now }];
            return { urn, type, name, operation, properties, ...before, ...after };
        });
        const olds = changes.flatMap(({ before }) => before ?? []);
        return {
            changes,
            ...(compared && olds.length > 0 && { before: olds }),
            after: changes.flatMap(({ after }) => after ?? []),
        };
    }
}

function detailed({ detailedDiff, diffs }: StepEventMetadata): boolean {
    return detailedDiff !== undefined || (diffs ?? []).length > 0;
}

function stoodIn(state: unknown, { urn, type }: StepEventMetadata): Stood | undefined {
    if (!(state instanceof Object)) return undefined;
    const { inputs = {}, outputs = {}, ...rest } = state as Partial<Stated>;
    const shown = (properties: object) => hidden(properties as Value) as Record<string, unknown>;
    return plannedOf({ ...rest, urn, type, inputs: shown(inputs), outputs: shown(outputs) });
}

function propertiesIn({ detailedDiff, diffs, keys, old, new: now }: StepEventMetadata): PropertyChange[] {
    const told = Object.entries(detailedDiff ?? {}).map(([path, { diffKind }]): [string, string] => [path, diffKind]);
    const plain = [...new Set([...(diffs ?? []), ...(keys ?? [])])].map((path): [string, string] => [
        path,
        keys?.includes(path) ? "update-replace" : "update",
    ]);
    return (told.length > 0 ? told : plain).map(([path, kind]) => {
        const [before, after] = [at(old?.inputs, path) ?? at(old?.outputs, path), at(now?.inputs, path)];
        return {
            path,
            kind: kind.startsWith("add") ? "add" : kind.startsWith("delete") ? "delete" : "update",
            replaces: kind.endsWith("-replace"),
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
        };
    });
}

function at(properties: unknown, path: string): unknown {
    try {
        return hidden(valueAt(properties as Value, parsePath(path)));
    } catch {
        // A path in a form of the provider's own is still told, without its values.
        return undefined;
    }
}
