import assert from "node:assert/strict";
import { asGuardrailsSee, asProviderSees } from "../../../local/in-process/as-seen.ts";
import { OUTPUT, RESOURCE_REFERENCE, SIGNATURE, secret, UNKNOWN } from "../../../local/store/signatures.ts";

const REFERENCE = { [SIGNATURE]: RESOURCE_REFERENCE, urn: "urn:pulumi:dev::p::t::one", id: "one-id" };
const { id: _, ...COMPONENT } = REFERENCE;
const NUMBER_UNKNOWN = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";

describe("properties", () => {
    it("come to a provider with one mark for unknowns, secrets kept, and resources as their ids", () => {
        assert.deepEqual(
            asProviderSees({
                size: NUMBER_UNKNOWN,
                key: secret("k"),
                of: [REFERENCE, COMPONENT],
                later: { [SIGNATURE]: OUTPUT },
                made: { [SIGNATURE]: OUTPUT, value: "x", secret: true },
            }),
            {
                size: UNKNOWN,
                key: secret("k"),
                of: ["one-id", "urn:pulumi:dev::p::t::one"],
                later: UNKNOWN,
                made: secret("x"),
            },
        );
    });

    it("come to the guardrails with secrets opened and without what is internal", () => {
        assert.deepEqual(
            asGuardrailsSee({ __defaults: ["a"], key: secret({ __x: 1, y: secret(2) }), of: REFERENCE, size: UNKNOWN }),
            { key: { y: 2 }, of: "one-id", size: UNKNOWN },
        );
    });
});
