import assert from "node:assert/strict";
import { isSecret } from "../../../local/store/signatures.ts";
import { theExchange } from "./support/exchange.ts";

/** Keys, tokens, connection strings and signatures, as AWS and Azure write them; and words for what is secret. */
const SECRETS = [
    /A(KIA|SIA)[A-Z0-9]{16}/,
    /eyJ[\w-]{8,}\.eyJ/,
    /AccountKey=|SharedAccessSignature|[?&]sig=|DefaultEndpointsProtocol/i,
    /"(?:password|secret|clientSecret|accountKey|accessKeyId|secretAccessKey|sasUri|connectionString|servicePrincipalKey|apiKey)"\s*:/i,
];

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
            for (const secret of SECRETS) assert.doesNotMatch(written, secret, urn);
            assert.ok(!Object.values(inputs).some((value) => isSecret(value as never)), `${urn} has a secret`);
        }
    });

    it("would be told of one that is there", () => {
        for (const given of [`{"k":"AKIA${"A".repeat(16)}"}`, '{"password": "x"}', '{"u":"https://x/?sv=1&sig=abc"}']) {
            assert.ok(
                SECRETS.some((secret) => secret.test(given)),
                given,
            );
        }
    });
});
