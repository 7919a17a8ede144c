import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../local/store/signatures.ts";
import type { Properties } from "../../../../local/store/value.ts";
import { predicted, refusals } from "./table-checks.ts";

/** The ids that the tables make. */
export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/;

interface Added {
    readonly type: string;
    readonly inputs: Properties;
    readonly id: string | RegExp;
    /** Some of the outputs. */
    readonly outputs: Readonly<Record<string, unknown>>;
}

/** What the cloud adds to a resource. */
export function adds(rows: readonly Added[]): void {
    for (const { type, inputs, id, outputs } of rows) {
        it(`knows what the cloud adds to ${type}`, () => {
            const found = predicted(type, inputs);
            if (typeof id === "string") assert.equal(found.id, id);
            else assert.match(found.id, id);
            assert.equal(found.outputs.id, found.id);
            const named = Object.keys(outputs).map((name) => [name, found.outputs[name]]);
            assert.deepEqual(Object.fromEntries(named), outputs);
        });
    }
}

interface Refused {
    readonly type: string;
    /** Accepted as they are. */
    readonly good: Properties;
    /** Each alone makes the inputs refused, with a text that begins so. */
    readonly bad: readonly (readonly [Properties, string])[];
}

/** What the cloud refuses. */
export function refuses(rows: readonly Refused[]): void {
    for (const { type, good, bad } of rows) {
        it(`accepts the good example of ${type}, and what a preview does not know yet`, () => {
            assert.deepEqual(refusals(type, good), []);
            const unknown = Object.fromEntries(Object.keys(good).map((name) => [name, UNKNOWN]));
            assert.deepEqual(refusals(type, unknown), []);
        });
        for (const [change, begins] of bad) {
            it(`refuses: ${begins}`, () => {
                const found = refusals(type, { ...good, ...change });
                assert.ok(
                    found.some((text) => text.startsWith(begins)),
                    `refused for ${JSON.stringify(found)}`,
                );
            });
        }
    }
}
