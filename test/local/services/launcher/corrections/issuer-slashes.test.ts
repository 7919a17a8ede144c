import assert from "node:assert/strict";
import { itNeedsWithIssuer } from "../../support/correction.ts";
import { assume, goodToken, makeTrustingRole } from "../../support/trusting.ts";

describe("correction issuer-slashes", () => {
    itNeedsWithIssuer("issuer-slashes", {
        behaviour: "keeps the slash at the end of an issuer, by which a trust names it",
        async observe(running) {
            await makeTrustingRole(running, "slashed");
            return assume(running, { role: "slashed", token: await goodToken(running) });
        },
        expect: (seen) => assert.notEqual(typeof seen, "string", String(seen)),
    });
});
