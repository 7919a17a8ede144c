import assert from "node:assert/strict";
import { itNeeds } from "../../support/correction.ts";
import { makeMachine, runMachine } from "../../support/machines.ts";
import { create, makeFunction, resource } from "../../support/resources.ts";
import { accountId, region } from "../../support/running-services.ts";

const source = "export const handler = async () => ({});";
const FUNCTION = `arn:aws:lambda:${region}:${accountId}:function:may-be-run`;
const TOPIC = `arn:aws:sns:${region}:${accountId}:may-be-told`;

const run = { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", Parameters: { FunctionName: FUNCTION } };
const tell = { Type: "Task", Resource: "arn:aws:states:::sns:publish", Parameters: { TopicArn: TOPIC, Message: "x" } };
const allow = (Action: string, Resource: string) => ({ Effect: "Allow", Action, Resource });

describe("correction workflow-permissions", () => {
    itNeeds("workflow-permissions", {
        behaviour: "fails a task that the role of the state machine may not do",
        async observe(running) {
            await makeFunction(running.clients, "may-be-run", { source, folder: running.folder });
            await create(resource("aws:sns/topic:Topic", "may-be-told", { name: "may-be-told" }), running.clients);
            const may = [allow("lambda:InvokeFunction", FUNCTION), allow("sns:Publish", TOPIC)];
            const outcomes: (string | undefined)[] = [];
            for (const [name, task, statements] of [
                ["may-run", run, may],
                ["may-not-run", run, may.slice(1)],
                ["may-tell", tell, may],
                ["may-not-tell", tell, may.slice(0, 1)],
            ] as const) {
                const definition = JSON.stringify({ StartAt: "Do", States: { Do: { ...task, End: true } } });
                const machine = await makeMachine(running, name, definition, [...statements]);
                const { status, error } = await runMachine(running, machine);
                outcomes.push(error ?? status);
            }
            return outcomes;
        },
        expect(outcomes) {
            assert.deepEqual(outcomes, [
                "SUCCEEDED",
                "Lambda.AWSLambdaException",
                "SUCCEEDED",
                "SNS.AuthorizationErrorException",
            ]);
        },
    });
});
