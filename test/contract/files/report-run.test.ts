import assert from "node:assert/strict";
import { runIdOf, runsKey } from "../../../contract/files/report-run.ts";

const AT = "2026-03-02T12:00:00.000Z";

describe("a run of a report", () => {
    it("has an id that ends with the report's name, the same each time and another for each invocation", () => {
        assert.match(runIdOf("invocation-1", "alerts"), /^.{32}-alerts$/);
        assert.equal(runIdOf("invocation-1", "alerts"), runIdOf("invocation-1", "alerts"));
        assert.notEqual(runIdOf("invocation-2", "alerts"), runIdOf("invocation-1", "alerts"));
    });

    it("is noted under the day on which its invocation began, as begun and as ended", () => {
        const name = runIdOf("invocation-1", "").slice(0, 32);
        assert.equal(runsKey("invocation-1", AT, "begun"), `runs/2026-03-02/${name}-begun.ndjson`);
        assert.equal(runsKey("invocation-1", AT, "ended"), `runs/2026-03-02/${name}-ended.ndjson`);
    });
});
