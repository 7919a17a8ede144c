import assert from "node:assert/strict";
import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";
import { UNKNOWN } from "../../../local/store/signatures.ts";
import { EngineChanges } from "../../../operations/changes/from-engine.ts";
import { undecidedPolicies } from "../../../operations/changes/undecided.ts";

const type = "aws:sqs/queue:Queue";
const urn = `urn:pulumi:prod::bank::${type}::bulk`;
const state = (inputs: object) => ({ type, urn, id: "x", custom: true, inputs, outputs: {} });

const changesOf = (...steps: object[]) => {
    const gathered = new EngineChanges();
    for (const step of steps) {
        gathered.onEvent({
            sequence: 1,
            timestamp: 1,
            resourcePreEvent: { metadata: { urn, type, provider: "", ...step } },
        } as EngineEvent);
    }
    return gathered.all(true);
};

describe("what the engine says of a change", () => {
    it("becomes the properties that differ, with what only the update finds out", () => {
        const { changes } = changesOf({
            op: "update",
            old: state({ delaySeconds: 0, kmsMasterKeyId: "old" }),
            new: state({ delaySeconds: 5, kmsMasterKeyId: UNKNOWN }),
            detailedDiff: { delaySeconds: { diffKind: "update" }, kmsMasterKeyId: { diffKind: "update" } },
        });
        assert.deepEqual(
            changes.map(({ operation, properties }) => [operation, properties]),
            [
                [
                    "update",
                    [
                        { path: "delaySeconds", kind: "update", replaces: false, before: 0, after: 5 },
                        {
                            path: "kmsMasterKeyId",
                            kind: "update",
                            replaces: false,
                            before: "old",
                            after: "(known after the update)",
                        },
                    ],
                ],
            ],
        );
    });

    it("is one replacement, in however many steps it comes", () => {
        const [old, now] = [state({ fifoQueue: false }), state({ fifoQueue: true })];
        const told = {
            keys: ["fifoQueue"],
            diffs: ["fifoQueue"],
            detailedDiff: { fifoQueue: { diffKind: "update-replace" } },
        };
        const { changes, before, after } = changesOf(
            { op: "create-replacement", old, new: now, ...told },
            { op: "replace", old, new: now, ...told },
            { op: "delete-replaced", old, new: null },
        );
        assert.deepEqual(
            changes.map(({ operation, properties }) => [
                operation,
                properties.map(({ path, replaces }) => [path, replaces]),
            ]),
            [["replace", [["fifoQueue", true]]]],
        );
        assert.deepEqual([before?.length, after.length], [1, 1]);
    });

    it("is nothing to compare with where there was no state", () => {
        assert.equal(changesOf({ op: "create", new: state({}) }).before, undefined);
    });

    it("has what is deleted among what was there only", () => {
        const { changes, before, after } = changesOf({ op: "delete", old: state({}), new: null });
        assert.deepEqual([changes[0]?.operation, before?.length, after.length], ["delete", 1, 0]);
    });

    it("leaves open who may do what by a policy that only the update finds out", () => {
        const role = "aws:iam/rolePolicy:RolePolicy";
        const of = (policy: string) => ({ ...state({ policy }), type: role });
        const told = { type: role, urn: urn.replace(type, role), detailedDiff: { policy: { diffKind: "update" } } };
        const changed = (policy: string) => changesOf({ op: "update", old: of("{}"), new: of(policy), ...told });
        assert.deepEqual(undecidedPolicies(changed(UNKNOWN)), ["RolePolicy::bulk"]);
        assert.deepEqual(undecidedPolicies(changed("[secret]")), ["RolePolicy::bulk"]);
        assert.deepEqual(undecidedPolicies(changed('{"Statement":[]}')), []);
    });
});
