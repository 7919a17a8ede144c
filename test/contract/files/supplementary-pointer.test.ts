import assert from "node:assert/strict";
import { isSupplementarySet } from "../../../contract/files/supplementary.ts";
import { POINTERS, SupplementaryPointer } from "../../../contract/files/supplementary-pointer.ts";

const RUN = "0f153b4b-4576-416d-85e6-048898539561";
const HASH = "0123456789abcdef".repeat(4);
const whole = { run: RUN, rows: 1, manifestSha256: HASH, completedAt: "2026-03-02T12:00:00.000Z" };
const takes = (pointer: unknown): boolean => SupplementaryPointer.safeParse(pointer).success;

describe("the pointer to a supplementary set", () => {
    it("names the set that counts, and the one before it if there was one", () => {
        assert.ok(takes({ current: whole }));
        assert.deepEqual(SupplementaryPointer.parse({ current: whole, former: whole }), {
            current: whole,
            former: whole,
        });
        assert.ok(!takes({}));
        assert.ok(!takes({ former: whole }));
        assert.ok(!takes({ current: whole, former: {} }));
    });

    it("names a set by its run, its rows, the hash of its manifest and when it was whole", () => {
        for (const name of Object.keys(whole)) assert.ok(!takes({ current: { ...whole, [name]: undefined } }), name);
        const wrong = [
            ...["x", `x${RUN}`, `${RUN}x`, `${RUN}/..`, RUN.toUpperCase(), RUN.replaceAll("-", "")].map((run) => ({
                run,
            })),
            ...["x", `x${HASH}`, `${HASH}x`, HASH.slice(1), HASH.toUpperCase()].map((manifestSha256) => ({
                manifestSha256,
            })),
            ...[{ rows: 0 }, { rows: 1.5 }, { completedAt: "2026-03-02" }],
        ];
        for (const changes of wrong) assert.ok(!takes({ current: { ...whole, ...changes } }), JSON.stringify(changes));
    });

    it("lies where no set does", () => {
        assert.equal(POINTERS, "current");
        assert.ok(!isSupplementarySet(POINTERS));
    });
});
