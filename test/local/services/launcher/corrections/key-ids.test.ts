import assert from "node:assert/strict";
import {
    CreateKeyCommand,
    DescribeKeyCommand,
    GenerateMacCommand,
    KMSClient,
    ListResourceTagsCommand,
} from "@aws-sdk/client-kms";
import { itNeeds } from "../../support/correction.ts";
import { create, resource } from "../../support/resources.ts";
import { accountId, region } from "../../support/running-services.ts";
import { sharedServices } from "../../support/shared-services.ts";

const id = "0f4f2c1e-9a51-4d0e-8c3b-6f1f0a5b7c9d";

describe("correction key-ids", () => {
    itNeeds("key-ids", {
        behaviour: "makes a key under the id that the store predicted",
        async observe({ clients }) {
            const inputs = { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256" };
            try {
                await create(resource("aws:kms/key:Key", "card-tokens", inputs, id), clients);
                const mac = {
                    KeyId: id,
                    MacAlgorithm: "HMAC_SHA_256",
                    Message: Buffer.from("card-token-key:v1"),
                } as const;
                const byId = await clients.of(KMSClient).send(new GenerateMacCommand(mac));
                const arn = `arn:aws:kms:${region}:${accountId}:key/${id}`;
                const byArn = await clients.of(KMSClient).send(new GenerateMacCommand({ ...mac, KeyId: arn }));
                return {
                    same: Buffer.from(byId.Mac ?? []).equals(byArn.Mac ?? Buffer.alloc(0)),
                    bytes: byId.Mac?.length,
                };
            } catch (error) {
                return (error as Error).name;
            }
        },
        expect: (seen) => assert.deepEqual(seen, { same: true, bytes: 32 }),
    });

    it("keeps no trace of the wish among the tags", async () => {
        const kms = (await sharedServices()).clients.of(KMSClient);
        const { Tags } = await kms.send(new ListResourceTagsCommand({ KeyId: id }));
        assert.deepEqual(Tags, []);
    });

    it("refuses an id that no key could have, and one that is taken", async () => {
        const kms = (await sharedServices()).clients.of(KMSClient);
        for (const TagValue of ["my-key", id]) {
            const Tags = [{ TagKey: "local-services:predicted-key-id", TagValue }];
            await assert.rejects(kms.send(new CreateKeyCommand({ Tags })), /must be a UUID|exists/);
        }
    });

    it("leaves every other key its own id", async () => {
        const kms = (await sharedServices()).clients.of(KMSClient);
        const { KeyMetadata } = await kms.send(
            new CreateKeyCommand({ Tags: [{ TagKey: "owner", TagValue: "tests" }] }),
        );
        const found = await kms.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.KeyId }));
        assert.notEqual(found.KeyMetadata?.KeyId, id);
    });
});
