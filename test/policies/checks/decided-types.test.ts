import assert from "node:assert/strict";
import { HARMLESS, isDecided } from "../../../policies/checks/decided-types.ts";
import * as links from "../../../policies/checks/links/links.ts";
import * as types from "../../../policies/checks/types.ts";
import { canonicalType } from "../../../policies/core/canonical-type.ts";
import { rules } from "../../../policies/rules/index.ts";
import { owningAll } from "../../support/owning-all.ts";
import { programRecords } from "../../support/program-records.ts";

const judged = new Set(rules.flatMap((rule) => (typeof rule.types === "function" ? [] : rule.types)));
const companions = new Set(Object.values(links).map(({ type }) => type));

/** Judged where others look for them among all resources. */
const SOUGHT = ["aws:appautoscaling/policy:Policy"];

describe("the types of which the guardrails decide", () => {
    it("are each judged by a rule of their own or by one about what they belong to, or hold nothing to protect", () => {
        const rest = Object.values(types)
            .flat()
            .filter((type) => isDecided(type) && !judged.has(type) && !companions.has(type));
        assert.deepEqual(rest, SOUGHT);
        for (const [type, reason] of Object.entries(HARMLESS)) {
            assert.ok(!judged.has(type), `${type} is judged, so it is not harmless`);
            assert.ok(reason.length > 20, type);
        }
    });

    it("are all that the program has", async () => {
        const records = await programRecords("prod", { settings: owningAll("prod") });
        const provisioned = new Set(records.map(({ type }) => canonicalType(type)));
        const undecided = [...provisioned].filter((type) => !isDecided(type) && !/^(compliance|awsx):/.test(type));
        assert.deepEqual(undecided, []);
    });
});
