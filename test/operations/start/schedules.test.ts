import assert from "node:assert/strict";
import { firedLine } from "../../../operations/start/schedules.ts";

describe("what npm start says of schedules", () => {
    it("is each run that began, but not those of the worker, which runs each minute", () => {
        assert.equal(firedLine({ schedule: "balance", outcome: "started" }), "Schedule balance: a run began");
        assert.equal(firedLine({ schedule: "work", outcome: "started" }), undefined);
    });

    it("is why a run could not be started, of the worker too, and whether that is tried again", () => {
        assert.equal(
            firedLine({ schedule: "work", outcome: "failed", reason: "no right" }),
            "Schedule work: could not be started and is tried again: no right",
        );
        assert.equal(
            firedLine({ schedule: "balance", outcome: "dropped", reason: "no right" }),
            "Schedule balance: given up until it is due again: no right",
        );
    });
});
