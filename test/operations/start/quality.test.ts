import assert from "node:assert/strict";
import { join } from "node:path";
import type { Counts } from "../../../operations/start/counts.ts";
import { qualityLines, qualityOf, readLabels } from "../../../operations/start/quality.ts";
import { paths } from "../../../tools/paths.mjs";

const fraud = new Set(["a", "b", "c", "d"]);
const rules = { alerts: 42, fraudAlerted: 30, fraud: 84, precision: 0.714, recall: 0.357 };
const counts: Counts = {
    in: 3709,
    scored: 3600,
    byModel: 3600,
    duplicates: 41,
    quarantined: new Map(),
    deadLettered: 0,
    alerts: 62,
    underway: 0,
    loaded: 0,
    refusalsLoaded: 0,
};

describe("how good the alerts are", () => {
    it("is how many are fraud, and how much of the fraud they are", () => {
        assert.deepEqual(qualityOf(["a", "b", "x"], fraud), {
            alerts: 3,
            fraudAlerted: 2,
            fraud: 4,
            precision: 0.667,
            recall: 0.5,
        });
    });

    it("is nothing where there is no alert, or no fraud", () => {
        assert.deepEqual([qualityOf([], fraud).precision, qualityOf(["a"], new Set()).recall], [0, 0]);
    });

    it("stands in columns of one width, beside what the rules alone would have done", () => {
        const run = { alerts: 62, fraudAlerted: 60, fraud: 84, precision: 0.968, recall: 0.714 };
        assert.deepEqual(qualityLines({ run, rules }, counts), [
            "How good that is, by the labels of the samples: 84 of 3,600 are fraud.",
            "                                               the model     the rules alone",
            "  fraud that was alerted (recall)        60 of 84   71 %     30 of 84   36 %",
            "  alerts that are fraud (precision)      60 of 62   97 %     30 of 42   71 %",
        ]);
    });

    it("is nobody's alone when the rules had to stand in for the model", () => {
        const [, heading] = qualityLines({ run: rules, rules }, { ...counts, byModel: 3599 });
        assert.match(heading ?? "", /^ +this run +the rules alone$/);
    });
});

describe("the labels of the samples", () => {
    it("say which transactions are fraud", async () => {
        const { fraud, labelled } = await readLabels(join(paths.root, "samples", "expected", "labels.csv"));
        assert.equal(fraud.size, 84);
        assert.equal(labelled.size, 3600);
        assert.ok(!labelled.has("transaction_id"));
    });

    it("are asked for with the command that makes them", async () => {
        await assert.rejects(readLabels("no-such-labels.csv"), {
            name: "UserError",
            message: /Cannot use no-such-labels\.csv: .* npm run samples$/,
        });
    });
});
