import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { createTar, parseTar } from "nanotar";
import { readArchive } from "../../model/artefact/archive.ts";
import { ModelError, readBooster } from "../../model/artefact/booster.ts";
import { type Json, readUbjson, UbjsonError } from "../../model/artefact/ubjson.ts";
import { type Ensemble, marginOf, next, type Tree } from "../../model/explain/ensemble.ts";
import { FEATURES } from "../../model/features.ts";
import { paths } from "../../tools/paths.mjs";

const starter = (file: string): Buffer => readFileSync(join(paths.root, "model", "starter", file));
const names = FEATURES.map(({ name }) => name);
const packed = starter("model.tar.gz");
const files = parseTar(new Uint8Array(gunzipSync(packed)).buffer);
const fileOf = (name: string): Uint8Array => files.find((file) => file.name === name)?.data ?? new Uint8Array();
const binary = fileOf("xgboost-model");
const explainer: Ensemble = JSON.parse(new TextDecoder().decode(fileOf("explain/explainer.json")));
const exact = (tree: Tree): Tree => ({
    ...tree,
    condition: tree.condition.map(Math.fround),
    cover: tree.cover.map(Math.fround),
});

/** The same model as XGBoost's JSON, changed at will. */
// biome-ignore lint/suspicious/noExplicitAny: a test changes any part of it
function asJson(change: (model: any) => void): Uint8Array {
    const model = readUbjson(binary);
    change(model);
    return new TextEncoder().encode(JSON.stringify(model));
}

function refused(bytes: Uint8Array, message: RegExp): void {
    assert.throws(() => readBooster(bytes, names), { name: "ModelError", message });
}

describe("a model as SageMaker's container saves it", () => {
    it("is read into the very trees that explain it", () => {
        const read = readArchive(packed, names);
        assert.deepEqual(read.features, explainer.features);
        assert.equal(read.baseMargin, explainer.baseMargin);
        assert.deepEqual(read.trees, explainer.trees.map(exact));
    });

    it("gives the margins that XGBoost gives", () => {
        const read = readArchive(packed, names);
        const examples: { row: (number | null)[]; margin: number }[] = JSON.parse(starter("examples.json").toString());
        for (const { row, margin } of examples) {
            const own = marginOf(
                read,
                row.map((value) => value ?? Number.NaN),
            );
            assert.ok(Math.abs(own - margin) < 1e-4);
        }
    });

    it("may be JSON, also without names of features, and with the base in brackets", () => {
        const json = asJson((model) => {
            model.learner.feature_names = [];
            model.learner.learner_model_param.base_score = "[2.2805E-2]";
        });
        assert.deepEqual(readBooster(json, names), readBooster(binary, names));
    });

    it("answers with the trees up to the best one when training stopped early", () => {
        const json = asJson((model) => {
            model.learner.attributes.best_iteration = "4";
        });
        assert.deepEqual(readBooster(json, names).trees, readBooster(binary, names).trees.slice(0, 5));
    });

    it("lies in a folder of the archive that is spelled with a dot", () => {
        const other = gzipSync(
            createTar([
                { name: "./xgboost-model", data: binary },
                { name: "other", data: "x" },
            ]),
        );
        assert.equal(readArchive(other, names).trees.length, explainer.trees.length);
    });
});

describe("what is no such model", () => {
    const learner = (change: (learner: Record<string, Record<string, unknown>>) => void) =>
        asJson(({ learner }) => change(learner));
    const tree = (change: (tree: Record<string, unknown[]>) => void) =>
        asJson(({ learner }) => change(learner.gradient_booster.model.trees[0]));

    it("is refused with what it is instead", () => {
        refused(new TextEncoder().encode("binf"), /neither Universal Binary JSON nor JSON/);
        refused(new TextEncoder().encode('{"learner": '), /no valid JSON/);
        refused(
            learner((one) => Object.assign(one.objective ?? {}, { name: "reg:squarederror" })),
            /objective\.name/,
        );
        refused(
            learner((one) => Object.assign(one.gradient_booster ?? {}, { name: "dart" })),
            /gradient_booster\.name/,
        );
        refused(
            learner((one) => Object.assign(one.learner_model_param ?? {}, { base_score: "1" })),
            /base_score is 1/,
        );
        refused(
            learner((one) => Object.assign(one.learner_model_param ?? {}, { num_feature: "35" })),
            /takes 35 feat/,
        );
        refused(
            learner((one) => Object.assign(one.feature_names ?? {}, { 2: "minute" })),
            /feature 3 is minute, not hour/,
        );
    });

    it("is refused when a tree cannot be walked", () => {
        refused(
            tree((one) => one.left_children?.splice(0, 1, 0)),
            /tree 0 .* circle, at node 0/,
        );
        refused(
            tree((one) => one.right_children?.splice(0, 1, 99_999)),
            /leads nowhere/,
        );
        refused(
            tree((one) => one.split_indices?.splice(0, 1, 34)),
            /asks about feature 34/,
        );
        refused(
            tree((one) => one.sum_hessian?.pop()),
            /different lengths/,
        );
        refused(
            tree((one) => Object.assign(one, { categories: [1] })),
            /categories/,
        );
    });

    it("is refused as an archive", () => {
        for (const [bytes, message] of [
            [new Uint8Array(), /no whole tar.gz/],
            [packed.subarray(0, packed.length / 2), /no whole tar.gz/],
            [gzipSync(Buffer.alloc(129 * 2 ** 20)), /larger than 128 MB/],
            [gzipSync(createTar([{ name: "model.bin", data: binary }])), /holds no xgboost-model/],
        ] as const) {
            assert.throws(() => readArchive(bytes, names), { name: "ModelError", message });
        }
    });

    it("never does more than fail with one clear error, whatever byte is changed or missing", () => {
        fc.assert(
            fc.property(fc.nat(binary.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
                const broken = cut ? binary.slice(0, at) : new Uint8Array(binary).fill(byte, at, at + 1);
                try {
                    const row = names.map(() => 1);
                    assert.ok(!Number.isNaN(marginOf(readBooster(broken, names), row)));
                } catch (error) {
                    assert.ok(error instanceof ModelError, String(error));
                }
            }),
            { numRuns: 60 },
        );
    });
});

describe("readUbjson", () => {
    const bytes = (...parts: (string | number)[]): Uint8Array =>
        Uint8Array.from(
            parts.flatMap((part) => (typeof part === "string" ? [...part].map((one) => one.charCodeAt(0)) : [part])),
        );
    const cases: [Uint8Array, Json][] = [
        [bytes("Z"), null],
        [bytes("[TF]"), [true, false]],
        [bytes("i", 0xff), -1],
        [bytes("U", 0xff), 255],
        [bytes("I", 1, 0), 256],
        [bytes("l", 0, 1, 0, 0), 65_536],
        [bytes("L", 0, 0, 0, 1, 0, 0, 0, 0), 2 ** 32],
        [bytes("d", 0x3f, 0x80, 0, 0), 1],
        [bytes("D", 0x3f, 0xf0, 0, 0, 0, 0, 0, 0), 1],
        [bytes("Si", 2, "hi"), "hi"],
        [bytes("[$U#i", 2, 7, 8), [7, 8]],
        [bytes("[#i", 2, "U", 7, "T"), [7, true]],
        [bytes("{i", 1, "aT}"), { a: true }],
    ];
    for (const [given, expected] of cases) {
        it(`reads ${JSON.stringify(expected)}`, () => assert.deepEqual(readUbjson(given), expected));
    }

    it("refuses what would fill the memory, lie about its length or go on after its end", () => {
        for (const [given, message] of [
            [bytes("[$D#l", 0x7f, 0xff, 0xff, 0xff), /a length of 2147483647 with 0 bytes left/],
            [bytes("Si", 0xff), /a length of -1/],
            [bytes("Sd", 0, 0, 0, 0), /a length of "d"/],
            [bytes("[$U", 1), /a type and no length/],
            [bytes("TT"), /1 bytes after the end/],
            [bytes("?"), /unknown type "\?"/],
            [bytes("[T"), /its end in the middle/],
            [bytes("[".repeat(40)), /more than 32 levels/],
            [bytes("L", 0x7f, 0, 0, 0, 0, 0, 0, 0), /more than 53 bits/],
            [bytes("Si", 1, 0xff), /not UTF-8/],
        ] as const) {
            assert.throws(
                () => readUbjson(given),
                (error) => error instanceof UbjsonError && message.test(error.message),
            );
        }
    });
});

describe("the node that a row goes to next", () => {
    it("depends on the condition as a 32-bit float, as in XGBoost", () => {
        const tree: Tree = {
            left: [1, -1, -1],
            right: [2, -1, -1],
            feature: [0, 0, 0],
            condition: [0.7, 0, 0],
            missingLeft: [0, 0, 0],
            cover: [2, 1, 1],
        };
        assert.equal(next(tree, 0, [0.7]), 2);
    });
});
