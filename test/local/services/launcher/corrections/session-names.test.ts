import assert from "node:assert/strict";
import { itNeedsWithIssuer } from "../../support/correction.ts";
import { assume, goodToken, makeTrustingRole } from "../../support/trusting.ts";

describe("correction session-names", () => {
    itNeedsWithIssuer("session-names", {
        behaviour: "lets in a session that is named as the trust demands, and none that is not",
        async observe(running) {
            const conditions = { StringLike: { "sts:RoleSessionName": "run-?" } };
            await makeTrustingRole(running, "named", { conditions });
            const token = await goodToken(running);
            const named = (session: string) => assume(running, { role: "named", token, session });
            return [typeof (await named("run-1")), await named("me")];
        },
        expect: (seen) => assert.deepEqual(seen, ["object", "AccessDenied"]),
    });
});
