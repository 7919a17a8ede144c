import assert from "node:assert/strict";
import { GetRoleCommand, GetRolePolicyCommand, IAMClient } from "@aws-sdk/client-iam";
import type { Clients } from "../../../../local/services/clients.ts";
import { create, remove, resource, roleArn, update } from "../support/resources.ts";
import { sharedServices } from "../support/shared-services.ts";

const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const trust = (Service: string) => document({ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" });
const role = resource("aws:iam/role:Role", "bound", { name: "bound", assumeRolePolicy: trust("lambda.amazonaws.com") });
const send = document({ Effect: "Allow", Action: "sqs:SendMessage", Resource: "*" });
const policy = resource("aws:iam/rolePolicy:RolePolicy", "bound", { name: "work", role: "bound", policy: send });

describe("live role", () => {
    let clients: Clients;
    let iam: IAMClient;

    before(async () => {
        clients = (await sharedServices()).clients;
        iam = clients.of(IAMClient);
        await create(role, clients);
        await create(policy, clients);
    });

    it("has the predicted ARN, and another trust after an update", async () => {
        const get = async () => (await iam.send(new GetRoleCommand({ RoleName: "bound" }))).Role;
        assert.equal((await get())?.Arn, roleArn("bound"));
        await update(role, { assumeRolePolicy: trust("scheduler.amazonaws.com") }, clients);
        assert.match(decodeURIComponent((await get())?.AssumeRolePolicyDocument ?? ""), /scheduler/);
        await create(role, clients);
        assert.match(decodeURIComponent((await get())?.AssumeRolePolicyDocument ?? ""), /lambda/);
    });

    it("has another policy after an update", async () => {
        const receive = document({ Effect: "Allow", Action: "sqs:ReceiveMessage", Resource: "*" });
        await update(policy, { policy: receive }, clients);
        const request = new GetRolePolicyCommand({ RoleName: "bound", PolicyName: "work" });
        assert.equal(decodeURIComponent((await iam.send(request)).PolicyDocument ?? ""), receive);
    });

    it("goes with the policies it still has, and may be gone already", async () => {
        await remove(role, clients);
        await remove(policy, clients);
        await remove(role, clients);
        await assert.rejects(iam.send(new GetRoleCommand({ RoleName: "bound" })), { name: /NoSuchEntity/ });
    });
});
