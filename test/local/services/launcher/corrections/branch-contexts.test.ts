import assert from "node:assert/strict";
import { itNeeds } from "../../support/correction.ts";
import { makeMachine, runMachine } from "../../support/machines.ts";
import { makeFunction } from "../../support/resources.ts";
import { accountId, region } from "../../support/running-services.ts";

const source = "export const handler = async ({ state }) => { throw new Error('called in ' + state); };";
const FUNCTION = `arn:aws:lambda:${region}:${accountId}:function:names-its-state`;

/** Fails, and is tried again after two seconds, when the other branch is in its second state. */
const first = {
    StartAt: "First",
    States: {
        First: {
            Type: "Task",
            Resource: "arn:aws:states:::lambda:invoke",
            Parameters: { FunctionName: FUNCTION, Payload: { "state.$": "$$.State.Name" } },
            Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 2, MaxAttempts: 1 }],
            Catch: [{ ErrorEquals: ["States.ALL"], Next: "Over" }],
            End: true,
        },
        Over: { Type: "Pass", End: true },
    },
};
const other = {
    StartAt: "Before",
    States: { Before: { Type: "Wait", Seconds: 1, Next: "Beside" }, Beside: { Type: "Wait", Seconds: 3, End: true } },
};

describe("correction branch-contexts", () => {
    itNeeds("branch-contexts", {
        behaviour: "lets a branch read its own state from the context, also when another has moved on",
        async observe(running) {
            const statements = [{ Effect: "Allow", Action: "lambda:InvokeFunction", Resource: FUNCTION }];
            await makeFunction(running.clients, "names-its-state", { source, folder: running.folder });
            const Both = { Type: "Parallel", Branches: [first, other], End: true };
            const definition = JSON.stringify({ StartAt: "Both", States: { Both } });
            return runMachine(running, await makeMachine(running, "branch-contexts", definition, statements));
        },
        expect({ output }) {
            assert.match(output ?? "", /called in First/);
        },
    });
});
