import assert from "node:assert/strict";
import { DescribeStatementCommand, ExecuteStatementCommand, RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import {
    type AnsweringServer,
    answerCalls,
    type PassedCall,
    ServiceError,
} from "../../../../../local/services/answering.ts";
import { invoke } from "../../support/calls.ts";
import { makeFunction } from "../../support/resources.ts";
import { accountId, type Running, region, startServices } from "../../support/running-services.ts";

const ENDPOINT = `arn:aws:sagemaker:${region}:${accountId}:endpoint/fraud-local`;
const WORKGROUP = `arn:aws:redshift-serverless:${region}:${accountId}:workgroup/3c0a1f6e-0000-4000-8000-000000000000`;
const allow = (Action: string, Resource: string, more: object = {}) => ({ Effect: "Allow", Action, Resource, ...more });

/** Calls one service as a function does, and says what came of it. */
const asking = (client: string, command: string, input: object) => `
    import { ${client}, ${command} } from "@aws-sdk/client-${client === "RedshiftDataClient" ? "redshift-data" : "sagemaker-runtime"}";
    export const handler = async () => {
        try {
            const answer = await new ${client}({ maxAttempts: 1 }).send(new ${command}(${JSON.stringify(input)}));
            return answer.Id ?? Buffer.from(answer.Body).toString();
        } catch (error) {
            return error.name + " " + error.message;
        }
    };`;
const asksModel = (EndpointName: string) =>
    asking("SageMakerRuntimeClient", "InvokeEndpointCommand", {
        EndpointName,
        ContentType: "text/csv",
        Accept: "text/csv",
        Body: "1,2,3",
    });
const asksWarehouse = asking("RedshiftDataClient", "ExecuteStatementCommand", {
    WorkgroupName: "warehouse",
    Database: "compliance",
    Sql: "SELECT 1",
});
const asksStatement = asking("RedshiftDataClient", "DescribeStatementCommand", { Id: "one-statement" });

describe("correction absent-services", () => {
    const seen: PassedCall[] = [];
    let model: AnsweringServer;
    let warehouse: AnsweringServer;
    let running: Running;

    before(async () => {
        model = await answerCalls(async (call) => {
            seen.push(call);
            if (call.path.includes("broken")) {
                throw new ServiceError("ModelError", "it fell over", {
                    status: 424,
                    details: { OriginalStatusCode: 500 },
                });
            }
            return { headers: { "content-type": "text/csv" }, body: "0.25" };
        });
        warehouse = await answerCalls(async (call) => {
            if (call.path === "/workgroups/warehouse") return { body: WORKGROUP };
            if (call.path.startsWith("/workgroups/")) return { status: 404, body: "" };
            return { body: { Id: call.caller.id } };
        });
        running = await startServices([], { sagemaker: model, "redshift-data": warehouse });
    });
    after(async () => {
        await running.stop();
        await Promise.all([model.close(), warehouse.close()]);
    });

    const askedBy = async (name: string, source: string, statements: object[]) => {
        await makeFunction(running.clients, name, { source, statements, folder: running.folder });
        return String(await invoke(running.clients, name));
    };

    it("passes an allowed call on with what it says and who says it, but not how it is signed", async () => {
        assert.equal(
            await askedBy("may-ask", asksModel("Fraud-Local"), [allow("sagemaker:InvokeEndpoint", ENDPOINT)]),
            "0.25",
        );
        const call = seen.at(-1);
        assert.deepEqual(
            [call?.method, call?.path, call?.body.toString()],
            ["POST", "/endpoints/Fraud-Local/invocations", "1,2,3"],
        );
        assert.deepEqual([call?.headers["content-type"], call?.headers.accept], ["text/csv", "text/csv"]);
        assert.match(call?.caller.arn ?? "", new RegExp(`^arn:aws:sts::${accountId}:assumed-role/may-ask/`));
        assert.equal(call?.headers.authorization, undefined);
    });

    for (const [name, statements] of [
        ["without-permission", []],
        ["of-another-endpoint", [allow("sagemaker:InvokeEndpoint", `${ENDPOINT}-2`)]],
        ["of-another-action", [allow("sagemaker:DescribeEndpoint", ENDPOINT)]],
    ] as const) {
        it(`refuses the model to a role ${name.replaceAll("-", " ")}`, async () => {
            const before = seen.length;
            const answer = await askedBy(name, asksModel("fraud-local"), [...statements]);
            assert.match(
                answer,
                new RegExp(`^AccessDeniedException User: .*InvokeEndpoint on resource: ${ENDPOINT} because`),
            );
            assert.equal(seen.length, before);
        });
    }

    it("asks whoever answers which workgroup a name means, and refuses any other", async () => {
        const may = (Resource: string) => [allow("redshift-data:ExecuteStatement", Resource)];
        assert.match(await askedBy("may-load", asksWarehouse, may(WORKGROUP)), /^may-load:may-load$/);
        const answer = await askedBy("may-not-load", asksWarehouse, may(`${WORKGROUP}-2`));
        assert.match(answer, new RegExp(`^AccessDeniedException .*ExecuteStatement on resource: ${WORKGROUP} because`));
    });

    it("lets a role read statements that it may read as their owner", async () => {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM
        const owner = { StringEquals: { "redshift-data:statement-owner-iam-userid": "${aws:userid}" } };
        const may = [allow("redshift-data:DescribeStatement", "*", { Condition: owner })];
        assert.match(await askedBy("may-look", asksStatement, may), /^may-look:may-look$/);
        assert.match(await askedBy("may-not-look", asksStatement, []), /^AccessDeniedException/);
    });

    it("hands back an error as its client knows it", async () => {
        const asked = running.clients
            .of(SageMakerRuntimeClient)
            .send(new InvokeEndpointCommand({ EndpointName: "broken", Body: "1", ContentType: "text/csv" }));
        await assert.rejects(asked, { name: "ModelError", message: "it fell over", OriginalStatusCode: 500 });
    });

    it("refuses a call that nobody signed, and one that its secret did not sign", async () => {
        const { endpoint } = running.services;
        const path = `${endpoint}/endpoints/fraud-local/invocations`;
        const before = seen.length;
        assert.equal((await fetch(path, { method: "POST", body: "1" })).ok, false);
        const headers = { "x-amz-target": "RedshiftData.ExecuteStatement" };
        assert.equal((await fetch(endpoint, { method: "POST", body: "{}", headers })).ok, false);
        const { accessKeyId } = running.services.credentials;
        const credentials = { accessKeyId, secretAccessKey: "guessed" };
        const guessing = new SageMakerRuntimeClient({ endpoint, region, credentials, maxAttempts: 1 });
        await assert.rejects(guessing.send(new InvokeEndpointCommand({ EndpointName: "fraud-local", Body: "1" })), {
            name: "InvalidSignatureException",
        });
        guessing.destroy();
        assert.equal(seen.length, before);
    });

    it("answers nobody but the gateway on the address itself", async () => {
        const direct = await fetch(`${model.url}/endpoints/fraud-local/invocations`, { method: "POST", body: "1" });
        assert.equal(direct.status, 403);
    });

    it("says that nobody answers when whoever did is gone", async () => {
        const gone = await answerCalls(async () => ({ body: "" }));
        await gone.close();
        const alone = await startServices([], { "redshift-data": gone });
        const asked = alone.clients.of(RedshiftDataClient).send(new DescribeStatementCommand({ Id: "one" }));
        const refusal = await asked.catch((error) => error);
        await alone.stop();
        assert.equal(refusal.name, "ServiceUnavailable");
    });

    it("is what the correction is for: without it the services are unknown", async () => {
        const plain = await startServices(["absent-services"], { "redshift-data": warehouse });
        const asked = plain.clients
            .of(RedshiftDataClient)
            .send(new ExecuteStatementCommand({ Sql: "SELECT 1", WorkgroupName: "warehouse", Database: "compliance" }));
        const refusal = await asked.catch((error) => error);
        await plain.stop();
        assert.match(String(refusal), /Unsupported service|UnknownError/);
    });
});
