import assert from "node:assert/strict";
import { COUNTRIES } from "../../../contract/values/countries.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { isIban } from "../../../contract/values/iban.ts";

describe("MINOR_UNITS", () => {
    const cases = { EUR: 2, USD: 2, JPY: 0, KRW: 0, ISK: 0, KWD: 3, TND: 3, CLF: 4, UYW: 4, XOF: 0, HUF: 2 };
    for (const [code, decimals] of Object.entries(cases)) {
        it(`gives ${code} ${decimals} decimals`, () => assert.equal(MINOR_UNITS.get(code), decimals));
    }

    it("knows no metals, tests or withdrawn codes", () => {
        for (const code of ["XAU", "XTS", "XXX", "DEM", "EURO", "eur", ""]) assert.equal(MINOR_UNITS.has(code), false);
    });

    it("holds only codes that the runtime knows too, newer ones and funds", () => {
        const known = new Set(Intl.supportedValuesOf("currency"));
        const newer = ["VED", "XCG", "ZWG", "SLE"];
        const funds = ["BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"];
        assert.deepEqual(
            [...MINOR_UNITS.keys()].filter((code) => !known.has(code) && ![...newer, ...funds].includes(code)),
            [],
        );
    });
});

describe("COUNTRIES", () => {
    it("holds the 249 codes of ISO 3166-1 and Kosovo's", () => {
        assert.equal(COUNTRIES.size, 250);
        assert.ok(COUNTRIES.has("XK"));
    });

    it("holds no other codes", () => {
        for (const code of ["UK", "EU", "SU", "AN", "ZZ", "fr", "FRA", ""]) assert.equal(COUNTRIES.has(code), false);
    });

    it("holds only regions that the runtime can name", () => {
        const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
        assert.deepEqual(
            [...COUNTRIES].filter((code) => names.of(code) === undefined),
            [],
        );
    });
});

describe("isIban", () => {
    for (const iban of [
        "DE89370400440532013000",
        "FR1420041010050500013M02606",
        "NO9386011117947",
        "BE71096123456769",
    ]) {
        it(`takes ${iban}`, () => assert.ok(isIban(iban)));
    }
    for (const text of ["DE89370400440532013001", "DE8937040044053201300O", "de89370400440532013000", "DE89", ""]) {
        it(`refuses "${text}"`, () => assert.equal(isIban(text), false));
    }
});
