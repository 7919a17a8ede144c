import assert from "node:assert/strict";
import { COUNTRIES } from "../../../contract/values/countries.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { EURO_RATES, euroCents } from "../../../model/euros.ts";
import { kmBetween, PLACES } from "../../../model/places.ts";

describe("euroCents", () => {
    it("has a rate for every currency of the contract and for no other", () => {
        assert.deepEqual([...EURO_RATES.keys()].sort(), [...MINOR_UNITS.keys()].sort());
    });

    const worth: [string, number, number][] = [
        ["EUR", 12_345, 12_345],
        ["USD", 100, 92],
        ["JPY", 1_000, 610],
        ["KWD", 1_000, 300],
        ["CLF", 10_000, 3_600],
        ["IRR", 100, 0],
    ];
    for (const [currency, minor, cents] of worth) {
        it(`takes ${minor} minor units of ${currency} for ${cents} cents`, () => {
            assert.equal(euroCents(minor, currency), cents);
        });
    }

    it("stays exact and safe at the limit of integers", () => {
        assert.equal(euroCents(Number.MAX_SAFE_INTEGER, "EUR"), Number.MAX_SAFE_INTEGER);
        assert.equal(euroCents(Number.MAX_SAFE_INTEGER, "GBP"), Number.MAX_SAFE_INTEGER);
    });

    it("takes a currency without a rate for euros, so that it is not overlooked", () => {
        assert.equal(euroCents(500, "XXX"), 500);
    });
});

describe("kmBetween", () => {
    it("knows every country of the contract and no other", () => {
        assert.deepEqual([...PLACES.keys()].sort(), [...COUNTRIES].sort());
    });

    it("is nothing between neighbours, within a country and for a place unknown", () => {
        const pairs = ["DE FR", "US CA", "US MX", "ES PT", "RU CN", "NO RU", "IN CN", "BR AR", "DE DE", "DE ZZ"];
        for (const pair of pairs) {
            const [one = "", other = ""] = pair.split(" ");
            assert.equal(kmBetween(one, other), 0, pair);
        }
    });

    it("is less than the real distance between the nearest points, and the same both ways", () => {
        // Nearest real points, in km: Scotland to Maine, Brittany to Amapá, Okinawa to Rügen, Crete to Egypt.
        const nearest: [string, string, number][] = [
            ["GB", "US", 4_500],
            ["FR", "BR", 6_800],
            ["DE", "JP", 8_100],
            ["GR", "EG", 350],
        ];
        for (const [one, other, km] of nearest) {
            assert.ok(kmBetween(one, other) <= km, `${one} ${other}`);
            assert.equal(kmBetween(one, other), kmBetween(other, one));
        }
    });
});
