import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contributionsOf, expectedMargin } from "../../model/explain/contributions.ts";
import { marginOf } from "../../model/explain/ensemble.ts";
import { FEATURES } from "../../model/features.ts";
import { described } from "../../model/training/readme-tables.ts";
import { paths } from "../../tools/paths.mjs";
import { starterEnsemble, starterFile } from "../support/starter-model.ts";

const starter = (file: string): string => join(paths.root, "model", "starter", file);
const json = (file: string) => JSON.parse(readFileSync(starter(file), "utf8"));

interface Example {
    row: (number | null)[];
    margin: number;
    contributions: number[];
}

describe("the starter model", () => {
    const ensemble = starterEnsemble();
    const examples: Example[] = json("examples.json");
    const rowOf = ({ row }: Example): number[] => row.map((value) => value ?? Number.NaN);

    it("was trained on the features in their order", () => {
        assert.deepEqual(
            ensemble.features,
            FEATURES.map(({ name }) => name),
        );
    });

    it("carries the model itself, in the container's own form", () => {
        assert.ok(starterFile("xgboost-model").length > 10_000);
    });

    it("has nothing else at the root of its archive, where the container takes every file for a model", () => {
        const listed = execFileSync("tar", ["-tzf", starter("model.tar.gz")], { encoding: "utf8" })
            .trim()
            .split("\n");
        assert.deepEqual(
            listed.filter((name) => !name.includes("/")),
            ["xgboost-model"],
        );
    });

    it("never falls with what grows", () => {
        for (const example of examples) {
            const row = rowOf(example);
            const before = marginOf(ensemble, row);
            for (const [index, { name, grows }] of FEATURES.entries()) {
                if (!grows) continue;
                const more = row.with(index, (row[index] ?? 0) * 2 + 1);
                assert.ok(marginOf(ensemble, more) >= before - 1e-9, name);
            }
        }
    });

    it("gives the margins that XGBoost gives", () => {
        for (const example of examples) {
            assert.ok(Math.abs(marginOf(ensemble, rowOf(example)) - example.margin) < 1e-4);
        }
    });

    it("is explained as XGBoost explains it: the contributions, and what an average row would get", () => {
        const expected = expectedMargin(ensemble);
        for (const example of examples) {
            const own = [...contributionsOf(ensemble, rowOf(example)), expected];
            assert.equal(own.length, example.contributions.length);
            for (const [index, value] of own.entries()) {
                const theirs = example.contributions[index] ?? Number.NaN;
                assert.ok(Math.abs(value - theirs) < 1e-4, `${FEATURES[index]?.name}: ${value}, not ${theirs}`);
            }
        }
    });

    it("is explained in full: the contributions sum to the margin", () => {
        for (const example of examples) {
            const sum = contributionsOf(ensemble, rowOf(example)).reduce((one, other) => one + other, 0);
            const whole = sum + expectedMargin(ensemble);
            assert.ok(Math.abs(whole - marginOf(ensemble, rowOf(example))) < 1e-9);
        }
    });

    it("beats the rules and logistic regression on people it has never seen, also in a world that moved on", () => {
        const { sets } = json("report.json");
        for (const name of ["test", "shifted"]) {
            const { model, rules, "logistic regression": regression } = sets[name].scorers;
            for (const other of [rules, regression]) {
                assert.ok(model.averagePrecision > other.averagePrecision, name);
                assert.ok(model.recallAtBudget > other.recallAtBudget, name);
            }
        }
    });

    it("is described in the README as it is", () => {
        const readme = readFileSync(join(paths.root, "model", "README.md"), "utf8");
        assert.equal(described(readme, json("report.json")), readme);
    });
});
