import assert from "node:assert/strict";
import { isCardNumber } from "../../../contract/values/card-number.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";
import { isIban } from "../../../contract/values/iban.ts";
import { accountNumber, checkDigits, hasIban } from "../../../samples/generator/accounts.ts";
import { brokenCardNumber, cardNumber, luhnDigit } from "../../../samples/generator/cards.ts";
import { countryCodes } from "../../../samples/generator/countries.ts";
import { currencyCodes, digitsOf, majorText, minorFromEuros } from "../../../samples/generator/currencies.ts";
import { Random } from "../../../samples/generator/random.ts";

const ibanLengths: Readonly<Record<string, number>> = {
    DE: 22,
    FR: 27,
    NL: 18,
    IE: 22,
    ES: 24,
    IT: 27,
    GB: 22,
    CH: 21,
    KW: 30,
    BH: 22,
    SE: 24,
    PL: 28,
    BR: 29,
};

describe("the numbers of the samples", () => {
    it("have the Luhn digit that published test cards have", () => {
        for (const known of ["4242424242424242", "5555555555554444", "378282246310005", "30569309025904"]) {
            assert.equal(String(luhnDigit(known.slice(0, -1))), known.at(-1), known);
        }
    });

    it("are card numbers in ranges for testing, and none once the digit is wrong", () => {
        const random = new Random(1);
        for (let i = 0; i < 500; i++) {
            const number = cardNumber(random);
            assert.match(number, /^(40000000|55555555|22230031|37828224|60111111|30569309)/);
            assert.ok(isCardNumber(number), number);
            assert.ok(!isCardNumber(brokenCardNumber(number)), number);
        }
    });

    it("have the check digits that published IBANs have", () => {
        for (const known of ["GB82WEST12345698765432", "DE89370400440532013000", "CH9300762011623852957"]) {
            assert.equal(checkDigits(known.slice(0, 2), known.slice(4)), known.slice(2, 4), known);
        }
    });

    for (const country of countryCodes.filter(hasIban)) {
        it(`are IBANs of the right length in ${country}`, () => {
            const random = new Random(2);
            for (let i = 0; i < 50; i++) {
                const account = accountNumber(random, country);
                assert.ok(isIban(account), account);
                assert.equal(account.length, ibanLengths[country], account);
            }
        });
    }

    it("are plain account numbers where there is no IBAN", () => {
        assert.match(accountNumber(new Random(3), "JP"), /^JP-\d{4}-\d{7}$/);
    });

    it("agree with the platform on the decimals of each currency", () => {
        for (const code of currencyCodes) assert.equal(digitsOf(code), MINOR_UNITS.get(code), code);
    });

    for (const [minor, code, point, text] of [
        [123_450, "EUR", ".", "1234.50"],
        [5, "EUR", ".", "0.05"],
        [5, "EUR", ",", "0,05"],
        [1200, "JPY", ".", "1200"],
        [7, "KWD", ".", "0.007"],
        [9_007_199_254_740_991, "BHD", ".", "9007199254740.991"],
    ] as const) {
        it(`write ${minor} minor units of ${code} as ${text}`, () => {
            assert.equal(majorText(minor, code, point), text);
        });
    }

    it("are never less than one minor unit", () => {
        assert.equal(minorFromEuros(0.0001, "EUR"), 1);
    });
});
