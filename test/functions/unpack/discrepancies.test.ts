import assert from "node:assert/strict";
import { Discrepancies } from "../../../functions/unpack/discrepancies.ts";

describe("what did not fit in a file", () => {
    it("is told once of each kind, with how often, the first detail and the first twenty origins", () => {
        const discrepancies = new Discrepancies();
        for (let row = 1; row <= 30; row++) discrepancies.note("missing-field", `row ${row}`, `detail ${row}`);
        discrepancies.note("invalid-time", "row 31", "detail 31");
        assert.deepEqual(discrepancies.all(), [
            {
                type: "discrepancy",
                kind: "missing-field",
                function: "unpack",
                count: 30,
                origins: Array.from({ length: 20 }, (_, index) => `row ${index + 1}`),
                detail: "detail 1",
            },
            {
                type: "discrepancy",
                kind: "invalid-time",
                function: "unpack",
                count: 1,
                origins: ["row 31"],
                detail: "detail 31",
            },
        ]);
    });

    it("is nothing where all fits", () => assert.deepEqual(new Discrepancies().all(), []));
});
