import assert from "node:assert/strict";
import { formatPath } from "../../../local/store/paths.ts";
import { compare } from "../../../operations/drift/compare/compare.ts";
import { judge } from "../../../operations/drift/judge/broken.ts";
import { severityOf } from "../../../operations/drift/judge/severity.ts";
import type { StateResource } from "../../../operations/drift/state/deployment.ts";
import { AWS_DRILLS } from "./support/aws-drills.ts";
import { AZURE_DRILLS } from "./support/azure-drills.ts";
import { type Classified, type Drill, sightAfter } from "./support/drill.ts";
import { prodState } from "./support/prod-state.ts";

describe("a drift of prod", () => {
    let state: readonly StateResource[];
    before(async () => {
        state = await prodState();
    });

    const classified = (drills: readonly Drill[]): Classified[] => {
        const { state: said, reality } = sightAfter(state, drills);
        const drifts = compare(said, reality);
        const { broken } = judge(said, drifts);
        return drifts.map((drift) => {
            const findings = broken.get(drift) ?? [];
            return {
                kind: drift.kind,
                severity: severityOf(drift.kind, findings, drift.differences),
                paths: drift.differences.map(({ path }) => formatPath(path)).sort(),
                breaks: [...new Set(findings.map(({ rule }) => rule))].sort(),
            };
        });
    };

    for (const drill of [...AWS_DRILLS, ...AZURE_DRILLS]) {
        it(`${drill.title}, is told as it is`, () => {
            const { breaks = [], ...as } = drill.as ?? assert.fail("says nothing");
            assert.deepEqual(classified([drill]), [{ ...as, breaks }]);
        });
    }
});
