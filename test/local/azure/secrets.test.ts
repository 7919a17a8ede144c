import assert from "node:assert/strict";
import { isSecret } from "../../../local/store/signatures.ts";
import { secretsIn } from "../../support/secrets.ts";
import { theExchange } from "./support/exchange.ts";

describe("what the exchange consists of", () => {
    it("holds no secret: neither in a pipeline, a linked service or a credential, nor in an environment", async () => {
        const { resources } = await theExchange();
        const own = resources.filter(
            ({ type, name }) =>
                type.startsWith("azure-native:") || /^(landing|receive|request|exchange|supplementary)/.test(name),
        );
        for (const type of ["datafactory:Pipeline", "datafactory:LinkedService"]) {
            assert.ok(
                own.some((one) => one.type === `azure-native:${type}`),
                `there is no ${type} to look at`,
            );
        }
        assert.ok(own.some(({ type, name }) => type === "aws:lambda/function:Function" && name === "receive"));
        for (const { urn, inputs, outputs } of own) {
            const written = JSON.stringify({ inputs, outputs });
            assert.deepEqual(secretsIn(written), [], urn);
            assert.ok(!Object.values(inputs).some((value) => isSecret(value as never)), `${urn} has a secret`);
        }
    });
});
