import assert from "node:assert/strict";
import { TokenKey } from "../../../infra/security/token-key.ts";
import { ACCOUNT } from "../../support/infra-parts.ts";
import { allRegistered, created, protectedResources, recordResources, statements, value } from "../../support/mocks.ts";

const KEY = "aws:kms/key:Key";

async function create(deletable?: boolean): Promise<TokenKey> {
    const component = new TokenKey("t", { alias: "a/t", accountId: ACCOUNT, ...(deletable && { deletable }) });
    await allRegistered();
    return component;
}

describe("TokenKey", () => {
    beforeEach(recordResources);

    it("makes authentication codes and nothing else", async () => {
        await create();
        const { policy, ...rest } = created(KEY, "t");
        assert.deepEqual(rest, {
            description: "Turns card numbers into tokens that cannot be turned back",
            keyUsage: "GENERATE_VERIFY_MAC",
            customerMasterKeySpec: "HMAC_256",
            deletionWindowInDays: 30,
        });
        const [, passesOn] = statements(KEY, "t");
        assert.deepEqual(passesOn, {
            Sid: "AccountPassesOnUse",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
            Action: ["kms:GenerateMac"],
            Resource: "*",
        });
    });

    it("has a readable name", async () => {
        await create();
        const { name, targetKeyId } = created("aws:kms/alias:Alias", "t");
        assert.deepEqual([name, targetKeyId], ["alias/a/t", "key-of-t"]);
    });

    it("grants codes of one algorithm only", async () => {
        const key = await create();
        assert.deepEqual(await value(key.grantGenerateMac()), [
            {
                Effect: "Allow",
                Action: ["kms:GenerateMac"],
                Resource: "arn:kms:t",
            },
        ]);
    });

    it("survives a destroy unless it is deletable", async () => {
        await create();
        assert.deepEqual(protectedResources(), [`${KEY} t`]);
        await recordResources();
        await create(true);
        assert.deepEqual(protectedResources(), []);
    });
});
