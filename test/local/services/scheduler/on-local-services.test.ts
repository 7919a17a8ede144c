import assert from "node:assert/strict";
import { join } from "node:path";
import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import { type LocalScheduler, localScheduler } from "../../../../local/services/scheduler/local-scheduler.ts";
import { SCHEDULE } from "../../../../local/services/scheduler/schedule.ts";
import { signedCall } from "../../../../local/services/signed-call.ts";
import { Store } from "../../../../local/store/store.ts";
import { makeMachine } from "../support/machines.ts";
import { create, makeFunction, resource, roleArn } from "../support/resources.ts";
import { accountId, type Running, region, startServices } from "../support/running-services.ts";

const MINUTE = 60_000;
const FUNCTION = `arn:aws:lambda:${region}:${accountId}:function:worker-1`;
const source = 'export const handler = async (event) => { if (event.fails) throw new Error("no"); return {}; };';

describe("the local scheduler on the local services", () => {
    let running: Running;
    let scheduler: LocalScheduler;
    let machine: string;
    before(async () => {
        running = await startServices();
        const { clients, folder } = running;
        const definition = JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Pass", End: true } } });
        machine = await makeMachine(running, "balance", definition, [{ Effect: "Deny", Action: "*", Resource: "*" }]);
        await makeFunction(clients, "worker-1", { source, folder });
        const store = new Store(join(folder, "store"), "local");
        const starter = async (name: string, statements: object[]) => {
            const Principal = { Service: "scheduler.amazonaws.com" };
            const trust = {
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }],
            };
            const role = { name, path: "/compliance/", assumeRolePolicy: JSON.stringify(trust) };
            await create(resource("aws:iam/role:Role", name, role), clients);
            const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
            await create(resource("aws:iam/rolePolicy:RolePolicy", name, { name, role: name, policy }), clients);
            return roleArn(`compliance/${name}`);
        };
        const allow = (Action: string, Resource: string) => ({ Effect: "Allow", Action, Resource });
        const targets = {
            balance: { arn: machine, roleArn: await starter("may-start", [allow("states:StartExecution", machine)]) },
            worker: { arn: FUNCTION, roleArn: await starter("may-run", [allow("lambda:InvokeFunction", FUNCTION)]) },
            forbidden: { arn: machine, roleArn: await starter("may-else", [allow("sns:Publish", "*")]) },
        };
        for (const [name, target] of Object.entries(targets)) {
            const inputs = {
                scheduleExpression: "rate(60 minutes)",
                groupName: `group-of-${name}`,
                target: {
                    ...target,
                    input: `{"by":"${name}"}`,
                    retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
                },
            };
            const kept = resource(SCHEDULE, name, inputs, `group-of-${name}/${name}`);
            await store.put({ ...kept, inputs, outputs: {}, createdAt: "", seed: kept.urn, generation: 0 });
        }
        scheduler = localScheduler(store, join(folder, "services.json"));
    });
    after(async () => {
        scheduler?.close();
        await running?.stop();
    });

    it("starts state machines and functions where a schedule's role may, and tells CloudWatch what it could not start", async () => {
        const now = Date.now();
        assert.deepEqual(await scheduler.advance(now), []);
        const fired = await scheduler.advance(now + 60 * MINUTE);
        assert.deepEqual(fired.map(({ schedule, outcome }) => `${schedule} ${outcome}`).sort(), [
            "balance started",
            "forbidden dropped",
            "worker started",
        ]);
        const states = { service: "states", target: "AWSStepFunctions" };
        const { executions } = await signedCall(running.clients, states, "ListExecutions", {
            stateMachineArn: machine,
        });
        const [execution, ...others] = executions as { executionArn: string }[];
        assert.deepEqual(others, []);
        const described = await signedCall(running.clients, states, "DescribeExecution", {
            executionArn: execution?.executionArn,
        });
        assert.equal(described.input, '{"by":"balance"}');
        const dropped = async (group: string) => {
            const command = new GetMetricStatisticsCommand({
                ...{
                    Namespace: "AWS/Scheduler",
                    MetricName: "InvocationDroppedCount",
                    Period: 3600,
                    Statistics: ["Sum"],
                },
                Dimensions: [{ Name: "ScheduleGroup", Value: group }],
                StartTime: new Date(now - 60 * MINUTE),
                EndTime: new Date(now + 60 * MINUTE),
            });
            const { Datapoints = [] } = await running.clients.of(CloudWatchClient).send(command);
            return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
        };
        assert.deepEqual([await dropped("group-of-forbidden"), await dropped("group-of-balance")], [1, 0]);
    });
});
