import assert from "node:assert/strict";
import { DescribeKeyCommand, EncryptCommand, GetKeyPolicyCommand, KMSClient } from "@aws-sdk/client-kms";
import type { Clients } from "../../../../local/services/clients.ts";
import { create, remove, resource, update } from "../support/resources.ts";
import { accountId } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

const id = "7d3c9a52-1111-4222-8333-0123456789ab";
const policyFor = (action: string) =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: action, Resource: "*" },
        ],
    });
const key = resource("aws:kms/key:Key", "data-live", { description: "data", policy: policyFor("kms:*") }, id);
const alias = resource("aws:kms/alias:Alias", "data-live", { name: "alias/data-live", targetKeyId: id });

describe("live key", () => {
    let clients: Clients;
    let kms: KMSClient;

    before(async () => {
        clients = (await sharedServices()).clients;
        kms = clients.of(KMSClient);
        await create(key, clients);
        await create(alias, clients);
    });

    it("encrypts under its id and under its alias", async () => {
        for (const KeyId of [id, "alias/data-live"]) {
            const encrypted = await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from("x") }));
            assert.equal(encrypted.KeyId?.split("/")[1], id);
        }
    });

    it("takes a new policy, also when it is created a second time", async () => {
        const changed = await update(key, { policy: policyFor("kms:Describe*") }, clients);
        assert.equal(await policy(), policyFor("kms:Describe*"));
        await create({ ...changed, inputs: key.inputs }, clients);
        assert.equal(await policy(), policyFor("kms:*"));
        await create(alias, clients);
    });

    it("goes as keys go, and comes back when the program wants it again", async () => {
        await remove(alias, clients);
        await remove(key, clients);
        assert.equal(await state(), "PendingDeletion");
        await remove(key, clients);
        await create(key, clients);
        assert.equal(await state(), "Enabled");
    });

    async function policy(): Promise<string | undefined> {
        return (await kms.send(new GetKeyPolicyCommand({ KeyId: id, PolicyName: "default" }))).Policy;
    }

    async function state(): Promise<string | undefined> {
        return (await kms.send(new DescribeKeyCommand({ KeyId: id }))).KeyMetadata?.KeyState;
    }
});
