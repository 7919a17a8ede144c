import assert from "node:assert/strict";
import { accessIn } from "../../../policies/access/access.ts";
import { graphOf } from "../../../policies/core/run-rule.ts";
import { evaluate } from "../../../policies/evaluate.ts";
import { formatFinding } from "../../../policies/finding.ts";
import { noExceptions, record } from "../../support/run-rule.ts";
import { CONNECTED } from "./connected.ts";
import { RUNNING } from "./running.ts";
import { STORING } from "./storing.ts";

const PROGRAMS = { ...STORING, ...RUNNING, ...CONNECTED };

describe("small programs of others that are correct in other ways", () => {
    for (const [title, program] of Object.entries(PROGRAMS)) {
        it(`find nothing in ${title}`, () => {
            const given = program();
            const records = given.map((one) => record(one, given));
            const { findings } = evaluate(records, { exceptions: noExceptions() });
            assert.deepEqual(
                findings.map((one) => `${one.rule} ${one.urn.split("::").at(-1)} ${formatFinding(one)}`),
                [],
            );
        });

        it(`let nobody from outside in, by what is computed of ${title}`, () => {
            const given = program();
            const access = accessIn(graphOf(given.map((one) => record(one, given))));
            assert.deepEqual(
                access.filter(
                    ({ who, onlyIf }) =>
                        /outside our accounts/.test(who) || (who === "everybody" && onlyIf.length === 0),
                ),
                [],
            );
        });
    }

    it("are fourteen or more, over both clouds", () => {
        assert.ok(Object.keys(PROGRAMS).length >= 14);
        const types = Object.values(PROGRAMS).flatMap((program) => program().map(({ type }) => type));
        assert.ok(
            types.some((type) => type.startsWith("azure-native:")) && new Set(types).size >= 40,
            `${new Set(types).size}`,
        );
    });
});
