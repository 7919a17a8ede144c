import assert from "node:assert/strict";
import { UnknownZoneError, wallClock } from "../../../contract/values/wall-clock.ts";

/** What a clock there shows, as if it were in UTC. */
const at = (text: string): number => Date.parse(`${text}Z`);

describe("the clock of a place", () => {
    const berlin = wallClock("Europe/Berlin");
    const cases = [
        { title: "is an hour ahead in winter", text: "2026-01-15T12:00:00", ahead: 60 },
        { title: "is two hours ahead in summer", text: "2026-07-15T12:00:00", ahead: 120 },
        { title: "still shows the last minute before it is put forward", text: "2026-03-29T01:59:00", ahead: 60 },
        { title: "never shows the hour that is left out then", text: "2026-03-29T02:30:00", ahead: null },
        { title: "shows the first minute after it", text: "2026-03-29T03:00:00", ahead: 120 },
        { title: "does not say which hour it was when it is put back", text: "2026-10-25T02:30:00", ahead: null },
        { title: "says so before that", text: "2026-10-25T01:59:00", ahead: 120 },
        { title: "says so after it", text: "2026-10-25T03:00:00", ahead: 60 },
    ];
    for (const { title, text, ahead } of cases) it(title, () => assert.equal(berlin(at(text)), ahead));

    it("is behind UTC in the west, where midnight is another day", () => {
        assert.equal(wallClock("America/New_York")(at("2026-01-01T00:00:00")), -300);
    });

    it("is ahead by quarters of an hour in some places", () => {
        assert.equal(wallClock("Asia/Kathmandu")(at("2026-01-01T00:05:00")), 345);
    });

    it("says the same when it is asked again", () => {
        for (const _ of [1, 2]) assert.equal(berlin(at("2026-07-15T12:00:00")), 120);
        assert.equal(berlin(at("2026-01-15T12:00:00")), 60);
    });

    it("does not hang where there is no such place, which it says with what to write", () => {
        assert.throws(
            () => wallClock("Europe/Atlantis"),
            (error) => {
                assert.ok(error instanceof UnknownZoneError);
                assert.equal(error.name, "UnknownZoneError");
                assert.match(
                    error.message,
                    /there is no time zone "Europe\/Atlantis": name a place, such as Europe\/Berlin/,
                );
                assert.ok(error.cause instanceof RangeError);
                return true;
            },
        );
    });
});
