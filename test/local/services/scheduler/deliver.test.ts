import assert from "node:assert/strict";
import { deliver } from "../../../../local/services/scheduler/local-scheduler.ts";

const arn = "arn:aws:lambda:eu-west-1:111122223333:function:work-1234567";
const schedule = {
    ...{ name: "work", group: "work", everyMs: 60_000, isOn: true, retry: { attempts: 0, maxAgeMs: 60_000 } },
    target: { arn, roleArn: "arn:aws:iam::111122223333:role/compliance/work-start", input: "{}" },
};

/** Clients whose IAM answers so, and which note what else they were asked. */
function clients(decision: "allowed" | "implicitDeny") {
    const asked: [string, object][] = [];
    const send = async ({ constructor: { name }, input }: { constructor: { name: string }; input: object }) => {
        asked.push([name, input]);
        return name.startsWith("Simulate") ? { EvaluationResults: [{ EvalDecision: decision }] } : {};
    };
    return { asked, clients: { accountId: "111122223333", of: () => ({ send }) } as never };
}

describe("what a schedule starts", () => {
    const question = {
        PolicySourceArn: "arn:aws:iam::111122223333:role/work-start",
        ActionNames: ["lambda:InvokeFunction"],
        ResourceArns: [arn],
    };

    it("is started where its role may", async () => {
        const { asked, clients: local } = clients("allowed");
        await deliver(schedule, local);
        assert.deepEqual(asked, [
            ["SimulatePrincipalPolicyCommand", question],
            ["InvokeCommand", { FunctionName: "work-1234567", Payload: "{}" }],
        ]);
    });

    it("is not started where its role may not, which is named", async () => {
        const { asked, clients: local } = clients("implicitDeny");
        await assert.rejects(deliver(schedule, local), {
            name: "NotAllowedError",
            message: `the role work-start of the schedule work may not lambda:InvokeFunction ${arn}`,
        });
        assert.deepEqual(
            asked.map(([name]) => name),
            ["SimulatePrincipalPolicyCommand"],
        );
    });
});
