import assert from "node:assert/strict";
import currencyCodes from "currency-codes";
import countryCodes from "i18n-iso-countries";
import { countrySpecs } from "ibantools";
import { COUNTRIES } from "../../../contract/values/countries.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { IBAN_LENGTHS, isIban, normalAccount } from "../../../contract/values/iban.ts";
import { modulo97 } from "../../../contract/values/modulo-97.ts";

describe("MINOR_UNITS", () => {
    const cases = { EUR: 2, USD: 2, JPY: 0, KRW: 0, ISK: 0, KWD: 3, TND: 3, CLF: 4, UYW: 4, XOF: 0, HUF: 2 };
    for (const [code, decimals] of Object.entries(cases)) {
        it(`gives ${code} ${decimals} decimals`, () => assert.equal(MINOR_UNITS.get(code), decimals));
    }

    it("knows no metals, tests or withdrawn codes", () => {
        for (const code of ["XAU", "XTS", "XXX", "DEM", "EURO", "eur", ""]) assert.equal(MINOR_UNITS.has(code), false);
    });

    it("agrees with the list that others keep of ISO 4217", () => {
        for (const { code, digits } of currencyCodes.data) {
            if (MINOR_UNITS.has(code)) assert.equal(MINOR_UNITS.get(code), digits, code);
        }
        const known = new Set(currencyCodes.codes());
        const withdrawn = ["ANG", "BGN", "CUC", "HRK", "SLL", "ZWL", "XCG", "ZWG"];
        assert.deepEqual(
            [...MINOR_UNITS.keys()].filter((code) => !known.has(code) && !withdrawn.includes(code)),
            [],
        );
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

    it("agrees with the list that others keep of ISO 3166-1", () => {
        assert.deepEqual([...COUNTRIES].sort(), Object.keys(countryCodes.getAlpha2Codes()).sort());
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
    const misshapen = [
        "DEA9370400440532013051",
        "DE8A370400440532013089",
        "DE8937040044053208100-",
        "DE8937040044053205700a",
    ];
    for (const text of misshapen) {
        it(`refuses ${text}, although its check digits are right`, () => {
            assert.equal(modulo97(text), 1);
            assert.equal(isIban(text), false);
        });
    }
});

describe("IBAN_LENGTHS", () => {
    it("agrees with the list that others keep of the registry", () => {
        for (const [country, length] of IBAN_LENGTHS) assert.equal(countrySpecs[country]?.chars, length, country);
        const registered = Object.entries(countrySpecs).filter(([, { IBANRegistry }]) => IBANRegistry === true);
        // Their IBANs begin with the country they belong to, FI and FR.
        const territories = ["AX", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"];
        assert.deepEqual(
            registered.map(([country]) => country).filter((country) => !IBAN_LENGTHS.has(country)),
            territories,
        );
    });

    it("lets no other country, and no other length, have an IBAN", () => {
        for (const text of ["ZZ22370400440532013000", "DE5137040044053201300", "DE813704004405320130000"]) {
            assert.equal(modulo97(text), 1, "its check digits are right");
            assert.equal(isIban(text), false, text);
        }
    });
});

describe("normalAccount", () => {
    const plain = "DE89370400440532013000";
    const spellings = [
        plain,
        "DE89 3704 0044 0532 0130 00",
        plain.toLowerCase(),
        "IBAN DE89-3704-0044-0532-0130-00",
        ` IBAN: ${plain} `,
        "DE8 9370 4004 4053 2013 000",
        `IBAN${plain}`,
        `/${plain}`,
        "DE89  3704  0044  0532  0130  00",
        [...plain].join(" "),
        plain.replace(/./g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ];
    for (const written of spellings) {
        it(`makes one account of ${written}`, () => assert.equal(normalAccount(written), plain));
    }
    for (const other of [
        "acc-1",
        "DE89 3704 0044 0532 0130 01",
        "de89",
        "",
        `to ${plain}`,
        `${plain} - x`,
        `x-${plain}`,
        `${plain}EUR`,
        "IBAN",
        "DE89 IBAN 3704 0044 0532 0130 00",
    ]) {
        it(`leaves "${other}" as it is`, () => assert.equal(normalAccount(other), other));
    }

    it("makes one account of the shortest IBAN, and leaves what has fewer characters as it is", () => {
        assert.equal(normalAccount("no9386011117947"), "NO9386011117947");
        // Of each sign the compatible form is 11.
        const fewer = "NO93860\u246a\u246a7947";
        assert.equal(fewer.normalize("NFKC"), "NO9386011117947");
        assert.equal(normalAccount(fewer), fewer);
    });

    it("takes up to 160 characters for a spelling, and leaves longer texts as they are", () => {
        assert.equal(normalAccount(plain.padEnd(160)), plain);
        assert.equal(normalAccount(plain.padEnd(161)), plain.padEnd(161));
    });
});
