import assert from "node:assert/strict";
import { evaluate } from "../../policies/evaluate.ts";
import { formatFinding } from "../../policies/finding.ts";
import { faultsIn } from "../../stacks/fault.ts";
import { Settings } from "../../stacks/settings.ts";
import { settingsOf } from "../../stacks/settings-of.ts";
import { type FieldValues, fieldValues } from "../support/field-values.ts";
import { changed } from "../support/leaves.ts";
import { programRecords } from "../support/program-records.ts";
import { noExceptions } from "../support/run-rule.ts";

const fields = fieldValues(Settings);
const stacks = ["dev", "prod"];

/** Settings that may be chosen elsewhere, and the guardrails that refuse them in production. */
const GUARDED: Readonly<Record<string, readonly string[]>> = {
    "records.lockMode": ["s3-records-locked"],
    "records.lockDays": ["s3-records-locked"],
    "retention.logDays": ["logs-kept"],
    "exchange.logDays": ["azure-logs-kept"],
    // A serverless endpoint has neither a network of ours nor a record of its answers.
    "scoring.endpoint": ["sagemaker-captured", "sagemaker-isolated", "sagemaker-redundant"],
};

const sound = (settings: object): settings is Settings => faultsIn(Settings, settings).length === 0;

function valueAt(tree: unknown, path: string[]): unknown {
    return path.reduce((holder, key) => (holder instanceof Object ? Reflect.get(holder, key) : undefined), tree);
}

/** Other values of a field that go with the rest of the settings. */
function choices(own: Settings, { path, valid }: FieldValues): unknown[] {
    const now = JSON.stringify(valueAt(own, path));
    return valid.filter((value) => JSON.stringify(value) !== now && sound(changed(own, path, value)));
}

async function wrongWith(stack: string, settings: Settings): Promise<string[]> {
    try {
        const { findings } = evaluate(await programRecords(stack, { settings }), { exceptions: noExceptions() });
        // Who signs tokens in place of the stack itself must stand in its `trusted`, which the guardrails read from its file.
        const signer = settings.account.ownsOutboundFederation ? undefined : "federation-ours";
        return findings
            .filter(({ rule }) => rule !== signer)
            .map((finding) => `${finding.rule} ${finding.urn} ${formatFinding(finding)}`);
    } catch (error) {
        return [String(error)];
    }
}

describe("every field of the settings", () => {
    for (const { path, invalid } of fields) {
        it(`refuses a wrong ${path.join(".")} with its path and what would be right`, () => {
            assert.ok(invalid.length > 0, "there is nothing that it refuses");
            for (const value of invalid) {
                const faults = faultsIn(Settings, changed(settingsOf("prod"), path, value));
                const fault = faults.find((one) => `${one.path}.`.startsWith(`${path.join(".")}.`));
                assert.ok(fault, `${JSON.stringify(value)} is taken`);
                assert.match(fault.expected, /^(a |one of |\{ |left out|true or false)|\d/);
            }
        });
    }

    it("can take another value in some stack", () => {
        const fixed = fields.filter((field) => stacks.every((stack) => choices(settingsOf(stack), field).length === 0));
        assert.deepEqual(
            fixed.map(({ path }) => path.join(".")),
            [],
        );
    });
});

for (const stack of stacks) {
    const own = settingsOf(stack);
    const guarded = (path: string[]) => stack === "prod" && path.join(".") in GUARDED;

    describe(`the program of ${stack}`, () => {
        // All fields change at once, since a program takes a second; a finding names the resource and its property.
        for (const nth of [0, 1, 2]) {
            it(`is sound with another value in every field (${nth + 1} of 3)`, async () => {
                let all = own;
                const changes: [string[], unknown][] = [];
                for (const field of fields.filter(({ path }) => !guarded(path))) {
                    const possible = choices(own, field);
                    const value = possible[nth % possible.length];
                    const next = changed(all, field.path, value);
                    if (possible.length === 0 || !sound(next)) continue;
                    all = next;
                    changes.push([field.path, value]);
                }
                assert.ok(
                    changes.length > fields.length - Object.keys(GUARDED).length - 3,
                    `only ${changes.length} fields changed`,
                );
                const told = changes.map(([path, value]) => `${path.join(".")} = ${JSON.stringify(value)}`);
                assert.deepEqual(await wrongWith(stack, all), [], `with ${told.join(", ")}`);
            });
        }
    });
}

describe("a stack that lets another sign its tokens", () => {
    it("must trust who does", async () => {
        const settings = changed(settingsOf("prod"), ["account", "ownsOutboundFederation"], false);
        assert.ok(sound(settings));
        const { findings } = evaluate(await programRecords("prod", { settings }), { exceptions: noExceptions() });
        assert.deepEqual(
            findings.map(({ rule, property }) => `${rule} ${property}`),
            ["federation-ours issuer"],
        );
    });
});

describe("a guardrail of production", () => {
    for (const [path, rules] of Object.entries(GUARDED)) {
        it(`refuses the least ${path}, which the settings alone would take`, async () => {
            const field = fields.find((one) => one.path.join(".") === path);
            assert.ok(field, `there is no ${path}`);
            const settings = changed(settingsOf("prod"), field.path, field.valid[0]);
            assert.ok(sound(settings));
            const wrong = await wrongWith("prod", settings);
            assert.deepEqual([...new Set(wrong.map((line) => line.split(" ")[0]))].sort(), rules);
        });
    }
});
