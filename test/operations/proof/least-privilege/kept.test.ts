import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RECORD, recorded, recordText } from "../../../../operations/proof/least-privilege/needs/recorded.ts";
import { ROWS } from "../../../../operations/proof/least-privilege/needs/rows.ts";
import { paths } from "../../../../tools/paths.mjs";

describe("what is known of the calls of functions", () => {
    it("is kept as the proof writes it, the same for the same days", () => {
        const kept = readFileSync(RECORD, "utf8");
        assert.equal(recordText([...recorded()].reverse()), kept);
        assert.ok(recorded().length > 120, `${recorded().length} permissions`);
    });

    it("says where each call is shown that no day makes: in a test that is there, or on AWS's own page", () => {
        const wrong = ROWS.filter(
            ({ shown }) =>
                !shown.startsWith("https://docs.aws.amazon.com/") &&
                !(shown.endsWith(".test.ts") && existsSync(join(paths.root, shown))),
        );
        assert.deepEqual(wrong, []);
    });

    it("lists no call by hand that a day makes", () => {
        const seen = new Set(recorded().map(({ role, action, resource }) => `${role} ${action} ${resource}`));
        const listed = ROWS.flatMap(({ role, actions, on }) =>
            actions.flatMap((action) => on.map((resource) => `${role} ${action} ${resource}`)),
        );
        assert.deepEqual(
            listed.filter((one) => seen.has(one)),
            [],
        );
    });
});
