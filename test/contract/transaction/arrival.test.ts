import assert from "node:assert/strict";
import { arrivalOf, arrivalsOf } from "../../../contract/transaction/arrival.ts";

describe("the place of a transaction in the index by hours", () => {
    it("is one of the places of its hour, the same each time", () => {
        for (const id of ["", "a", "core-banking:1", "Ω"]) {
            const place = arrivalOf("2026-03-02T10:59:59.999Z", id);
            assert.ok(arrivalsOf("2026-03-02T10").includes(place), place);
            assert.equal(arrivalOf("2026-03-02T10:00:00.000Z", id), place);
        }
        assert.deepEqual(arrivalsOf("2026-03-02T10").slice(-2), ["2026-03-02T10#e", "2026-03-02T10#f"]);
    });

    it("is where transactions of earlier versions are", () => {
        assert.equal(arrivalOf("2026-03-02T10:00:00.000Z", "core-banking:1"), "2026-03-02T10#f");
        assert.equal(arrivalOf("2026-03-02T10:00:00.000Z", "iso20022:Ω"), "2026-03-02T10#c");
    });

    it("is spread evenly, so that no part of a large file's hour is asked for too much", () => {
        const counts = new Map<string, number>();
        for (let index = 0; index < 16_000; index++) {
            const place = arrivalOf("2026-03-02T10:00:00.000Z", `core-banking:2026-03-02:${index}`);
            counts.set(place, (counts.get(place) ?? 0) + 1);
        }
        assert.equal(counts.size, 16);
        assert.ok(Math.max(...counts.values()) < 1500, `${Math.max(...counts.values())} of 16,000 in one part`);
    });
});
