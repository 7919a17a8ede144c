import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FEATURES } from "../../model/features.ts";
import { HYPERPARAMETERS, REVIEW_BUDGET } from "../../model/hyperparameters.ts";
import { prepare } from "../../model/training/prepare.ts";
import { paymentsOf } from "../../samples/training/payments-of.ts";

describe("the data that the starter model is trained on", () => {
    let folder = "";
    const read = async (file: string): Promise<string> => readFile(join(folder, file), "utf8");
    const story = { seed: 5, payments: 400, start: Date.UTC(2026, 0, 5) };
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "prepare-"));
        await prepare(folder, paymentsOf, { tiny: story });
    });
    after(() => rm(folder, { recursive: true, force: true }));

    it("has a row for each transaction: the label, then the features in their order, without a heading", async () => {
        const rows = (await read("tiny.csv")).trimEnd().split("\n");
        assert.ok(rows.length >= 400, `${rows.length} rows`);
        for (const row of rows) {
            const [label = "", ...values] = row.split(",");
            assert.match(label, /^[01]$/);
            assert.equal(values.length, FEATURES.length);
            for (const value of values) assert.ok(value === "" || Number.isFinite(Number(value)), row);
        }
    });

    it("has beside each row what only the generator knows, and no fraud without its pattern", async () => {
        const rows = (await read("tiny.csv")).trimEnd().split("\n");
        const [heading, ...known] = (await read("tiny.known.csv")).trimEnd().split("\n");
        assert.equal(heading, "pattern,lookAlike,channel,country,ruleScore");
        assert.equal(known.length, rows.length);
        for (const [index, line] of known.entries()) {
            const fraud = rows[index]?.startsWith("1,") ?? false;
            assert.equal(line.startsWith("legitimate,"), !fraud, line);
        }
        assert.ok(
            rows.some((row) => row.startsWith("1,")),
            "some fraud is among them",
        );
    });

    it("says with which features, settings and budget to train", async () => {
        assert.deepEqual(JSON.parse(await read("plan.json")), {
            features: FEATURES.map(({ name }) => name),
            ofSets: ["riskRating", "exposed", "deviceReputation"],
            hyperparameters: HYPERPARAMETERS,
            seed: 7,
            reviewBudget: REVIEW_BUDGET,
        });
    });

    it("is the same for the same seed", async () => {
        const before = await read("tiny.csv");
        await prepare(folder, paymentsOf, { tiny: story });
        assert.equal(await read("tiny.csv"), before);
    });
});
