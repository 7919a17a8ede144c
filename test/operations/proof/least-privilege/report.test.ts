import assert from "node:assert/strict";
import type { Drilled } from "../../../../operations/proof/least-privilege/drills.ts";
import { programOf } from "../../../../operations/proof/least-privilege/program/program.ts";
import { notProved, type Proved } from "../../../../operations/proof/least-privilege/prove.ts";
import type { Removal } from "../../../../operations/proof/least-privilege/removals.ts";
import { leastPrivilegeReport } from "../../../../operations/proof/least-privilege/report.ts";

const permission = { role: "score", action: "s3:PutObject", resource: "{Bucket records}/*" };
const need = { ...permission, why: "it keeps records", source: "test/a.test.ts", called: true };
const drilled: Drilled = {
    ...{ ...permission, fed: () => ({ files: [], live: [] }) },
    ...{ refused: 2, error: "score-1234567: AccessDenied" },
    balanced: { without: false, after: true },
};
const removal: Removal = { ...need, failed: { name: "score of prod may", says: "score needs" } };

function proved(changes: { faults?: string[]; explained?: boolean; removal?: Removal; drilled?: Drilled }): Proved {
    const day = { program: programOf("local", []), used: [], refused: [], faults: changes.faults ?? [] };
    const unused = [{ ...permission, ...((changes.explained ?? true) && { need }) }];
    return {
        days: [{ orchestrator: "data-pipeline", day, granted: 3, unused }],
        faults: new Map([["prod", []]]),
        removed: new Map([["prod", [changes.removal ?? removal]]]),
        drilled: [changes.drilled ?? drilled],
    };
}

describe("the report on least privilege", () => {
    it("says of a permission that no day used why it stays, and what was run and what evaluated", () => {
        const sound = proved({});
        assert.deepEqual(notProved(sound), []);
        const text = leastPrivilegeReport(sound);
        assert.match(text, /\| data-pipeline \| 3 \| 2 \| 1 \| 0 \| 0 \| yes \|/);
        assert.match(text, /\| score \| `s3:PutObject` \| it keeps records \| `test\/a\.test\.ts` \|/);
        assert.match(text, /## prod: a test fails for 1 of 1 permissions that are taken away/);
        assert.match(text, /\| yes \| score: AccessDenied \| no \| yes \|/);
        assert.match(text, /What was \*\*run\*\*[\s\S]*What was \*\*evaluated\*\*/);
    });

    for (const [what, changes, told] of [
        [
            "a permission that nothing uses and nobody explains",
            { explained: false },
            /was never used by data-pipeline, and nothing explains it/,
        ],
        [
            "a day that was not well",
            { faults: ["the step fit failed"] },
            /^the day by data-pipeline: the step fit failed$/,
        ],
        ["a permission that no test misses", { removal: need }, /^prod: no test misses score s3:PutObject/],
        [
            "a function that did without its permission",
            { drilled: { ...drilled, balanced: { without: true, after: true } } },
            /^without score s3:PutObject/,
        ],
        ["a refusal that nobody noticed", { drilled: { ...drilled, refused: 0 } }, /^without score s3:PutObject/],
    ] as const) {
        it(`does not take for proved ${what}`, () => {
            const [line = "", ...others] = notProved(proved(changes as Parameters<typeof proved>[0]));
            assert.match(line, told);
            assert.deepEqual(others, []);
        });
    }
});
