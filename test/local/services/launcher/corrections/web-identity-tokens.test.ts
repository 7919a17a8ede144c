import assert from "node:assert/strict";
import { decodeJwt, SignJWT } from "jose";
import { itNeedsWithIssuer } from "../../support/correction.ts";
import { assume, goodToken, makeTrustingRole } from "../../support/trusting.ts";

describe("correction web-identity-tokens", () => {
    itNeedsWithIssuer("web-identity-tokens", {
        behaviour:
            "gives credentials for a token that its issuer signed, and none for the same words signed by another",
        async observe(running) {
            await makeTrustingRole(running, "signed");
            const good = await goodToken(running);
            const forged = await new SignJWT(decodeJwt(good))
                .setProtectedHeader({ alg: "HS256", kid: running.entra.keys.current.kid })
                .sign(Buffer.alloc(32, "a"));
            const answers = [good, forged].map((token) => assume(running, { role: "signed", token }));
            return (await Promise.all(answers)).map((answer) => (typeof answer === "string" ? answer : "given"));
        },
        expect: (seen) => assert.deepEqual(seen, ["given", "InvalidIdentityTokenException"]),
    });
});
