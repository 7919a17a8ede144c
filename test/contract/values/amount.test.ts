import assert from "node:assert/strict";
import fc from "fast-check";
import { minorUnits, withoutExponent } from "../../../contract/values/amount.ts";
import { MINOR_UNITS } from "../../../contract/values/currencies.ts";

describe("minorUnits", () => {
    const cases: { title: string; text: string; decimals: number; minor: number | null }[] = [
        { title: "moves the point by the decimals", text: "1234.50", decimals: 2, minor: 123450 },
        { title: "fills in decimals that are not written", text: "12.5", decimals: 2, minor: 1250 },
        { title: "takes a whole amount", text: "12", decimals: 3, minor: 12000 },
        { title: "takes a currency without decimals", text: "1200", decimals: 0, minor: 1200 },
        { title: "takes four decimals", text: "1.2345", decimals: 4, minor: 12345 },
        { title: "takes zeros beyond the decimals", text: "10.5000", decimals: 2, minor: 1050 },
        { title: "refuses digits beyond the decimals", text: "10.505", decimals: 2, minor: null },
        { title: "refuses half a yen", text: "1200.5", decimals: 0, minor: null },
        { title: "takes a plus", text: "+1.00", decimals: 2, minor: 100 },
        { title: "takes a bare fraction", text: ".5", decimals: 2, minor: 50 },
        { title: "takes a bare point", text: "5.", decimals: 2, minor: 500 },
        { title: "takes leading zeros", text: "00000000000000000000012.00", decimals: 2, minor: 1200 },
        { title: "says zero for zero", text: "0.00", decimals: 2, minor: 0 },
        { title: "refuses a minus", text: "-1.00", decimals: 2, minor: null },
        { title: "refuses an exponent", text: "1e3", decimals: 2, minor: null },
        { title: "refuses a decimal comma", text: "1,50", decimals: 2, minor: null },
        { title: "refuses nothing", text: "", decimals: 2, minor: null },
        { title: "refuses a point alone", text: ".", decimals: 2, minor: null },
        { title: "refuses blanks", text: " 1", decimals: 2, minor: null },
        { title: "refuses digits of other scripts", text: "١٢", decimals: 2, minor: null },
        { title: "takes the largest safe integer", text: "90071992547409.91", decimals: 2, minor: 9007199254740991 },
        { title: "refuses one more", text: "90071992547409.92", decimals: 2, minor: null },
        { title: "refuses 17 digits", text: "99999999999999999", decimals: 0, minor: null },
        { title: "takes 64 characters", text: "1".padStart(64, "0"), decimals: 0, minor: 1 },
        { title: "takes nothing but zeros behind the point", text: ".0", decimals: 0, minor: 0 },
        { title: "refuses an endless text", text: `${"0".repeat(64)}1`, decimals: 0, minor: null },
    ];
    for (const { title, text, decimals, minor } of cases) {
        it(title, () => assert.equal(minorUnits(text, decimals), minor));
    }

    it("gives back every amount exactly, in every currency", () => {
        const amounts = fc.record({
            minor: fc.bigInt({ min: 0n, max: BigInt(Number.MAX_SAFE_INTEGER) }),
            decimals: fc.constantFrom(...new Set(MINOR_UNITS.values())),
        });
        fc.assert(
            fc.property(amounts, ({ minor, decimals }) => {
                const digits = minor.toString().padStart(decimals + 1, "0");
                const whole = digits.slice(0, digits.length - decimals);
                const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
                assert.equal(minorUnits(text, decimals), Number(minor));
            }),
        );
    });
});

describe("withoutExponent", () => {
    const cases = [
        { text: "1.5e3", plain: "1500." },
        { text: "1.23456E2", plain: "123.456" },
        { text: "15e-1", plain: "1.5" },
        { text: "1e-2", plain: "0.01" },
        { text: "1.5e-2", plain: "0.015" },
        { text: "12e0", plain: "12." },
        { text: "12.50", plain: "12.50" },
        { text: "1e15", plain: `1${"0".repeat(15)}.` },
        { text: "1e308", plain: "1e308" },
        { text: `${"0".repeat(61)}1e2`, plain: `${"0".repeat(61)}100.` },
        { text: `${"0".repeat(62)}1e2`, plain: `${"0".repeat(62)}1e2` },
        { text: "-1e2", plain: "-1e2" },
    ];
    for (const { text, plain } of cases) {
        it(`writes ${text} as ${plain}`, () => assert.equal(withoutExponent(text), plain));
    }
});
