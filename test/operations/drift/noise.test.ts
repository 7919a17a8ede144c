import assert from "node:assert/strict";
import { formatPath } from "../../../local/store/paths.ts";
import { isObject, type Value } from "../../../local/store/value.ts";
import { compare } from "../../../operations/drift/compare/compare.ts";
import { judge } from "../../../operations/drift/judge/broken.ts";
import type { StateResource } from "../../../operations/drift/state/deployment.ts";
import { type Drill, showing, sightAfter } from "./support/drill.ts";
import { prodState } from "./support/prod-state.ts";

const queue = "aws:sqs/queue:Queue::bulk";
const account = "azure-native:storage:StorageAccount::exchange";

/** The same in another order and another layout, wherever that says the same. */
function rewritten(value: Value): Value {
    if (Array.isArray(value)) return value.map(rewritten).reverse();
    if (isObject(value)) {
        const entries = Object.entries(value).reverse();
        return Object.fromEntries(entries.map(([name, inner]) => [name, rewritten(inner)]));
    }
    if (typeof value !== "string" || !value.startsWith("{")) return value;
    return JSON.stringify(rewritten(JSON.parse(value) as Value), undefined, 2);
}

/** One kind of noise each. */
const NOISE: readonly Drill[] = [
    {
        title: "a default that the cloud fills in",
        on: queue,
        change: showing({ kmsDataKeyReusePeriodSeconds: 300 }),
    },
    {
        title: "a default that the provider's inputs lose",
        on: queue,
        change: ({ inputs: { delaySeconds: _, ...inputs } = {}, ...rest }) => ({ ...rest, inputs }),
    },
    {
        title: "an input that the provider gives back though the program never set it",
        on: queue,
        change: ({ inputs, outputs = {}, ...rest }) => ({
            ...rest,
            inputs: {
                ...inputs,
                kmsDataKeyReusePeriodSeconds: outputs.kmsDataKeyReusePeriodSeconds ?? null,
                url: outputs.url ?? null,
            },
            outputs,
        }),
    },
    { title: "nothing for an empty text", on: queue, change: showing({ deduplicationScope: null }) },
    { title: "an empty list for nothing", on: queue, change: showing({ somethingNew: [] }) },
    { title: "off for nothing", on: queue, change: showing({ somethingNew: false }) },
    {
        title: "a number as a text",
        on: queue,
        change: ({ outputs = {}, ...rest }) => {
            const visibilityTimeoutSeconds = String(outputs.visibilityTimeoutSeconds);
            return { ...rest, outputs: { ...outputs, visibilityTimeoutSeconds } };
        },
    },
    { title: "a tag that AWS puts on", on: queue, change: tagged("aws:cloudformation:stack-id", "arn") },
    { title: "a tag that Azure puts on", on: account, change: tagged("hidden-title", "exchange") },
    { title: "a region in Azure's other way to write it", on: account, edits: [["location", "West Europe"]] },
    {
        title: "an id of Azure in another case",
        on: "azure-native:datafactory:Factory::exchange",
        change: (resource) => ({ ...resource, outputs: upperCase(resource.outputs ?? {}) }),
    },
    {
        title: "what Azure counts and dates",
        on: "azure-native:datafactory:LinkedService::exchange-door",
        change: showing({ etag: "another" }),
    },
    {
        title: "when a function was last changed",
        on: "aws:lambda/function:Function::score",
        change: showing({ lastModified: "2026-11-30T12:00:00.000+0000", sourceCodeSize: 12345 }),
    },
    {
        title: "a policy with a list of one for a text",
        on: "aws:sqs/queuePolicy:QueuePolicy::bulk",
        change: ({ inputs = {}, ...rest }) => {
            const policy = String(inputs.policy).replace('"Action":"sqs:*"', '"Action":["sqs:*"]');
            return { ...rest, inputs: { ...inputs, policy }, outputs: { ...rest.outputs, policy } };
        },
    },
    {
        title: "a statement whose account is written as its root",
        on: "aws:kms/key:Key::data",
        change: ({ inputs = {}, ...rest }) => {
            const policy = String(inputs.policy).replaceAll('"arn:aws:iam::222222222222:root"', '"222222222222"');
            return { ...rest, inputs: { ...inputs, policy }, outputs: { ...rest.outputs, policy } };
        },
    },
];

function tagged(name: string, value: string): (resource: StateResource) => StateResource {
    return ({ inputs = {}, outputs = {}, ...rest }) => {
        const more = (tags: Value | undefined) => ({ ...(isObject(tags) && tags), [name]: value });
        return {
            ...rest,
            inputs: { ...inputs, tags: more(inputs.tags) },
            outputs: { ...outputs, tags: more(outputs.tags), tagsAll: more(outputs.tagsAll) },
        };
    };
}

function upperCase({ id, ...outputs }: NonNullable<StateResource["outputs"]>) {
    return { ...outputs, id: String(id).replace("resourceGroups", "RESOURCEGROUPS") };
}

describe("a look at prod", () => {
    let state: readonly StateResource[];
    before(async () => {
        state = await prodState();
    });

    const found = (drills: readonly Drill[]) => {
        const { state: said, reality } = sightAfter(state, drills);
        return compare(said, reality).map(({ kind, before: { resource }, differences }) => [
            kind,
            resource.urn,
            ...differences.map(({ path }) => formatPath(path)),
        ]);
    };

    it("finds nothing where nothing drifted", () => {
        assert.deepEqual(found([]), []);
    });

    it("finds that the state of a clean stack breaks no guardrail", () => {
        assert.equal(judge(sightAfter(state, []).state, []).inState, 0);
    });

    for (const drill of NOISE) {
        it(`takes ${drill.title} for no drift`, () => assert.deepEqual(found([drill]), []));
    }

    it("finds nothing where every list, object and document is written another way", () => {
        // The order of columns, of choices and of layers means something, and stays.
        const drills = state
            .filter(({ custom, type }) => custom && !/^pulumi:|glue\/catalogTable|quicksight\/dataSet/.test(type))
            .map(({ urn }): Drill => {
                const change = ({ inputs = {}, outputs = {}, ...rest }: StateResource): StateResource => ({
                    ...rest,
                    inputs: rewritten(inputs) as typeof inputs,
                    outputs: rewritten(outputs) as typeof outputs,
                });
                return { title: urn, on: urn, change };
            });
        assert.ok(drills.length > 480, String(drills.length));
        assert.deepEqual(found(drills), []);
    });

    it("finds a column of a table at another place", () => {
        const columns = [
            { name: "id", type: "string" },
            { name: "amount", type: "bigint" },
        ];
        const [table] = state.filter(({ type }) => type === "aws:glue/catalogTable:CatalogTable");
        const on = table?.urn ?? "";
        const drill = { title: "", on, edits: [["storageDescriptor.columns", columns] as const] };
        const swapped = { title: "", on, edits: [["storageDescriptor.columns", columns.toReversed()] as const] };
        const before = sightAfter(state, [drill]).reality.get(on);
        const after = sightAfter(state, [swapped]).reality.get(on);
        assert.ok(before && after);
        assert.deepEqual(
            compare([before], new Map([[on, after]])).map(({ kind }) => kind),
            ["modified"],
        );
    });
});
