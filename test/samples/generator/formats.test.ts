import assert from "node:assert/strict";
import {
    type CardFields,
    cardRow,
    continentalCsv,
    localTime,
    plainCsv,
} from "../../../samples/generator/formats/card-network-csv.ts";
import { bookingFields, bookingLine } from "../../../samples/generator/formats/core-banking-ndjson.ts";
import { element, xmlText } from "../../../samples/generator/formats/xml.ts";
import type { Payment } from "../../../samples/generator/transaction.ts";

const fields: CardFields = {
    transaction_id: "T1",
    card_number: "4000000000000077",
    account_id: 'A"1',
    merchant_id: "M,1",
    merchant_category_code: "5411",
    merchant_country: "DE",
    amount: "1.00",
    currency: "EUR",
    transaction_time: "2026-10-01T00:00:00Z",
    entry_mode: "chip",
    device_id: "",
};

const payment: Payment = {
    pattern: "legitimate",
    accountId: "US-1-2",
    counterpartyId: "B",
    amountMinor: 123_456_789_012_345,
    currency: "USD",
    at: Date.UTC(2026, 9, 1, 2, 30),
    channel: "wire",
    country: "US",
};

describe("the formats of the samples", () => {
    it("quote a CSV field only where it must be, or everywhere", () => {
        assert.equal(
            cardRow(fields, plainCsv),
            'T1,4000000000000077,"A""1","M,1",5411,DE,1.00,EUR,2026-10-01T00:00:00Z,chip,',
        );
        assert.match(cardRow(fields, continentalCsv), /^"T1";"4000000000000077";"A""1";"M,1";/);
    });

    it("write local times with their zone, before and after midnight", () => {
        assert.equal(localTime(payment), "2026-09-30T22:30:00-04:00");
        assert.equal(localTime({ ...payment, country: "JP" }), "2026-10-01T11:30:00+09:00");
    });

    it("write an amount as text or as a number that keeps every digit", () => {
        assert.match(bookingLine(bookingFields(payment, "R", false)), /"amount":"1234567890123.45"/);
        assert.match(bookingLine(bookingFields(payment, "R", true)), /"amount":1234567890123.45,/);
    });

    it("escape what XML would misread, and put every name under the prefix", () => {
        const xml = xmlText(element("A", [element("B", "Oil&Gas <x>", { c: '"&' }), undefined]), "p:");
        assert.equal(xml, '<p:A>\n <p:B c="&quot;&amp;">Oil&amp;Gas &lt;x></p:B>\n</p:A>\n');
    });
});
