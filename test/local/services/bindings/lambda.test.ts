import assert from "node:assert/strict";
import { join } from "node:path";
import { GetRolePolicyCommand, IAMClient } from "@aws-sdk/client-iam";
import {
    GetFunctionCommand,
    GetFunctionConcurrencyCommand,
    GetPolicyCommand,
    LambdaClient,
    ListEventSourceMappingsCommand,
} from "@aws-sdk/client-lambda";
import { invoke } from "../support/calls.ts";
import { consume } from "../support/event-sources.ts";
import {
    bundle,
    create,
    makeFunction,
    makeQueue,
    queueArn,
    remove,
    resource,
    roleArn,
    update,
} from "../support/resources.ts";
import { accountId, type Running, region } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

const says = (word: string) => `export const handler = async () => [${JSON.stringify(word)}, process.env.MOOD];`;

describe("live function", () => {
    let running: Running;

    before(async () => {
        running = await sharedServices();
    });

    it("has the settings of its inputs and the predicted ARN", async () => {
        const { clients, folder } = running;
        const made = await makeFunction(clients, "settled", { source: says("hello"), folder, timeout: 42 });
        await update(
            made,
            { reservedConcurrentExecutions: 3, loggingConfig: { logFormat: "JSON", logGroup: "/x" } },
            clients,
        );
        const lambda = clients.of(LambdaClient);
        const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: "settled" }));
        assert.equal(Configuration?.FunctionArn, `arn:aws:lambda:${region}:${accountId}:function:settled`);
        assert.equal(Configuration?.Role, roleArn("settled"));
        assert.deepEqual([Configuration?.Timeout, Configuration?.MemorySize], [42, 256]);
        assert.equal(Configuration?.LoggingConfig?.LogGroup, "/x");
        const reserved = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: "settled" }));
        assert.equal(reserved.ReservedConcurrentExecutions, 3);
    });

    it("runs new code and a new environment right after an update", async () => {
        const { clients, folder } = running;
        const made = await makeFunction(clients, "moody", {
            source: says("old"),
            folder,
            environment: { MOOD: "calm" },
        });
        assert.deepEqual(await invoke(clients, "moody"), ["old", "calm"]);
        const code = { path: await bundle(says("new"), join(folder, "moody-new.zip")) };
        const newer = await update(made, { code }, clients);
        assert.deepEqual(await invoke(clients, "moody"), ["new", "calm"]);
        await update(newer, { environment: { variables: { MOOD: "keen" } } }, clients);
        assert.deepEqual(await invoke(clients, "moody"), ["new", "keen"]);
    });

    it("is called when the program calls it, and the program hears of an error", async () => {
        const { clients, folder } = running;
        const source = `export const handler = async ({ word }) => {
            if (word !== "please") throw Object.assign(new Error("not " + word), { name: "ManError" });
        };`;
        await makeFunction(clients, "called", { source, folder });
        const calling = (word: string) =>
            create(
                resource("aws:lambda/invocation:Invocation", word, {
                    functionName: "called",
                    input: JSON.stringify({ word }),
                }),
                clients,
            );
        await remove(await calling("please"), clients);
        await assert.rejects(calling("so"), { message: "called ended with ManError: not so" });
    });

    it("goes, and may be gone already", async () => {
        const { clients, folder } = running;
        const made = await makeFunction(clients, "leaving", { source: says("bye"), folder });
        await remove(made, clients);
        await remove(made, clients);
        await assert.rejects(clients.of(LambdaClient).send(new GetFunctionCommand({ FunctionName: "leaving" })), {
            name: "ResourceNotFoundException",
        });
    });

    it("loses a permission with the policy that gave it", async () => {
        const { clients, folder } = running;
        const statements = [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: "*" }];
        await makeFunction(clients, "demoted", { source: says("hello"), folder, statements });
        const policy = resource("aws:iam/rolePolicy:RolePolicy", "demoted", { name: "demoted", role: "demoted" });
        await remove(policy, clients);
        const request = new GetRolePolicyCommand({ RoleName: "demoted", PolicyName: "demoted" });
        await assert.rejects(clients.of(IAMClient).send(request), { name: /NoSuchEntity/ });
    });

    it("lets others call it while a permission says so", async () => {
        const { clients, folder } = running;
        await makeFunction(clients, "public", { source: says("hello"), folder });
        const inputs = { function: "public", action: "lambda:InvokeFunction", principal: "sns.amazonaws.com" };
        const made = await create(resource("aws:lambda/permission:Permission", "sns", inputs, "from-sns"), clients);
        await create(made, clients);
        const sourceArn = `arn:aws:sns:${region}:${accountId}:any`;
        const changed = await update(made, { sourceArn }, clients);
        const read = async () => {
            const { Policy = "" } = await clients
                .of(LambdaClient)
                .send(new GetPolicyCommand({ FunctionName: "public" }));
            return JSON.parse(Policy).Statement;
        };
        const [statement, ...others] = await read();
        assert.deepEqual(others, []);
        assert.equal(statement.Sid, "from-sns");
        assert.deepEqual(statement.Condition, { ArnLike: { "AWS:SourceArn": sourceArn } });
        await remove(changed, clients);
        await remove(changed, clients);
        assert.deepEqual(await read(), []);
    });

    it("has one mapping to a queue, however often it is created, which changes and goes", async () => {
        const { clients, folder } = running;
        await makeQueue(clients, "mapped");
        await makeFunction(clients, "mapped", { source: says("hello"), folder, statements: [consume("mapped")] });
        const inputs = {
            functionName: `arn:aws:lambda:${region}:${accountId}:function:mapped`,
            eventSourceArn: queueArn("mapped"),
            batchSize: 100,
            maximumBatchingWindowInSeconds: 1,
            functionResponseTypes: ["ReportBatchItemFailures"],
            scalingConfig: { maximumConcurrency: 4 },
        };
        const made = resource("aws:lambda/eventSourceMapping:EventSourceMapping", "mapped", inputs);
        await create(made, clients);
        await create(made, clients);
        const changed = await update(made, { batchSize: 50, scalingConfig: undefined }, clients);
        const list = async () =>
            (await clients.of(LambdaClient).send(new ListEventSourceMappingsCommand({ FunctionName: "mapped" })))
                .EventSourceMappings ?? [];
        const [mapping, ...others] = await list();
        assert.deepEqual(others, []);
        assert.equal(mapping?.BatchSize, 50);
        assert.equal(mapping?.MaximumBatchingWindowInSeconds, 1);
        assert.deepEqual(mapping?.FunctionResponseTypes, ["ReportBatchItemFailures"]);
        assert.equal(mapping?.ScalingConfig?.MaximumConcurrency, undefined);
        await remove(changed, clients);
        await remove(changed, clients);
        assert.deepEqual(await list(), []);
    });
});
