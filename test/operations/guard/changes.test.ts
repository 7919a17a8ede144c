import assert from "node:assert/strict";
import type { GuardReport } from "../../../operations/guard/report.ts";
import { changesIn, type Trouble, troublesIn } from "../../../operations/guard/watch/changes.ts";
import { finding, reportWith } from "./support/reports.ts";

const names = (troubles: readonly Trouble[]) => troubles.map((one) => one.finding?.urn ?? one.fault?.message);
const between = (before: GuardReport, after: GuardReport) => {
    const { fresh, open, mended, undecided } = changesIn(troublesIn(before), after);
    return { fresh: names(fresh), open: names(open), mended: names(mended), undecided: names(undecided) };
};

describe("what an answer of --watch says beside the one before", () => {
    it("is what is new, what is still open, and what is mended", () => {
        const [before, after] = [
            [finding("a"), finding("b")],
            [finding("b"), finding("c")],
        ];
        assert.deepEqual(between(reportWith(before), reportWith(after)), {
            fresh: ["c"],
            open: ["b"],
            mended: ["a"],
            undecided: [],
        });
    });

    it("takes a finding with other words for the same one", () => {
        const again = { ...finding("a"), message: "is 3, must be 7. Fix: more." };
        assert.deepEqual(between(reportWith([finding("a")]), reportWith([again])).open, ["a"]);
    });

    it("calls nothing mended that a failed program could not decide", () => {
        const failed = reportWith([finding("b")], ["no such file"]);
        assert.deepEqual(between(reportWith([finding("a")]), failed), {
            fresh: ["no such file", "b"],
            open: [],
            mended: [],
            undecided: ["a"],
        });
    });

    it("calls the fault of before mended when another one came", () => {
        assert.deepEqual(between(reportWith([], ["one"]), reportWith([], ["other"])), {
            fresh: ["other"],
            open: [],
            mended: ["one"],
            undecided: [],
        });
    });
});
