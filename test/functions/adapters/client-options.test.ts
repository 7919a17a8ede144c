import assert from "node:assert/strict";
import { clientOptions, limits, patienceOf } from "../../../functions/adapters/client-options.ts";

describe("the limits of a call", () => {
    it("are two seconds for a connection and five for an answer in the cloud, and a call that exceeds them fails", () => {
        assert.equal(patienceOf({}), 1);
        assert.deepEqual(limits(), { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true });
        assert.deepEqual(clientOptions.requestHandler, limits());
    });

    it("are as many times longer as the local services say", () => {
        const times = patienceOf({ LOCAL_PATIENCE: "12" });
        const { connectionTimeout, requestTimeout } = limits({ connectionMs: 1_000, answerMs: 1_500 }, times);
        assert.deepEqual([connectionTimeout, requestTimeout], [12_000, 18_000]);
    });

    it("refuse a patience that is none", () => {
        for (const LOCAL_PATIENCE of ["", "0", "soon", "1000"]) {
            assert.throws(() => patienceOf({ LOCAL_PATIENCE }), /LOCAL_PATIENCE/);
        }
    });
});
