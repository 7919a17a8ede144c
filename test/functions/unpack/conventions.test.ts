import assert from "node:assert/strict";
import { UnknownZoneError } from "../../../contract/values/wall-clock.ts";
import { ConventionsError, conventionsOf } from "../../../functions/unpack/conventions.ts";

const NOON = Date.UTC(2026, 0, 15, 12);

describe("the conventions of a source", () => {
    const of = conventionsOf(
        JSON.stringify([
            { prefix: "card-network/", decimalMark: "," },
            { prefix: "card-network/berlin/", decimalMark: ".", timeZone: "Europe/Berlin" },
            { prefix: "core-banking/" },
        ]),
    );

    it("are those of the longest prefix that fits the key", () => {
        assert.equal(of("card-network/a.csv").decimalMark, ",");
        assert.equal(of("card-network/a.csv").clock, undefined);
        const berlin = of("card-network/berlin/a.csv");
        assert.deepEqual([berlin.decimalMark, berlin.clock?.(NOON)], [".", 60]);
    });

    it("are none where nothing is said, or nothing fits", () => {
        assert.deepEqual(of("core-banking/a.ndjson"), { decimalMark: undefined, clock: undefined });
        for (const key of ["iso20022/a.xml", "x/card-network/a.csv", ""]) assert.deepEqual(of(key), {}, key);
    });

    const wrong = [
        ..."x {} [1] [{}] null".split(" "),
        ...[
            '[{"prefix":1}]',
            '[{"prefix":"a","decimalMark":";"}]',
            '[{"prefix":"a","timeZone":1}]',
            '[{"prefix":"a","x":1}]',
        ],
    ];
    for (const text of wrong) {
        it(`are refused as ${text}, and that says which variable is wrong`, () => {
            assert.throws(
                () => conventionsOf(text),
                (error) => {
                    assert.ok(error instanceof ConventionsError && error.cause instanceof Error);
                    assert.equal(error.name, "ConventionsError");
                    assert.equal(error.message, "environment variable CONVENTIONS must be a JSON list of conventions");
                    return true;
                },
            );
        });
    }

    it("are refused with a zone that there is not", () => {
        assert.throws(() => conventionsOf('[{"prefix":"a","timeZone":"Europe/Atlantis"}]'), UnknownZoneError);
    });
});
