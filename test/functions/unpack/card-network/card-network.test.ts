import assert from "node:assert/strict";
import { CARD, COLUMNS, row } from "../support/card-rows.ts";
import { read, tokenOf, verdicts } from "../support/readers.ts";

describe("a card network's file", () => {
    const canonical = {
        id: "card-network:t1",
        source: "card-network",
        accountId: "acc-1",
        counterpartyId: "mer-1",
        amountMinor: 1250,
        currency: "EUR",
        occurredAt: "2025-03-01T08:00:00.000Z",
        channel: "card",
        country: "FR",
        merchantCategory: "5411",
        cardToken: tokenOf(CARD),
    };

    it("becomes canonical transactions whose card is a token", async () => {
        const { outcomes, fault } = await read("card-network", `${COLUMNS}\n${row()}\n${row({ device_id: "d1" })}`);
        assert.equal(fault, null);
        assert.deepEqual(outcomes, [
            { ok: true, transaction: canonical, tokenised: false },
            { ok: true, transaction: { ...canonical, deviceId: "d1" }, tokenised: false },
        ]);
    });

    const header = COLUMNS.split(",").reverse();
    const semicolons = COLUMNS.replaceAll(",", ";");
    const same: { title: string; file: string | Buffer }[] = [
        { title: "with CRLF and a byte order mark", file: `\ufeff${COLUMNS}\r\n${row()}\r\n` },
        { title: "in UTF-16 with a mark", file: Buffer.from(`\ufeff${COLUMNS}\n${row()}\n`, "utf16le") },
        { title: "in UTF-16 without one", file: Buffer.from(`${COLUMNS}\n${row()}\n`, "utf16le") },
        { title: "in big-endian UTF-16", file: Buffer.from(`\ufeff${COLUMNS}\n${row()}\n`, "utf16le").swap16() },
        { title: "with semicolons and a decimal comma", file: `${semicolons}\n${row({ amount: "12,50" }, ";")}` },
        { title: "with semicolons and a decimal point", file: `${semicolons}\n${row({}, ";")}` },
        { title: "with tabs", file: `${COLUMNS.replaceAll(",", "\t")}\n${row({}, "\t")}` },
        { title: "with a spreadsheet's first line", file: `sep=;\n${semicolons}\n${row({}, ";")}` },
        {
            title: "with columns in another order",
            file: `${header.join(",")}\n${row().split(",").reverse().join(",")}`,
        },
        { title: "with columns nobody asked for", file: `note,${COLUMNS},colour\n"a, b",${row()},red` },
        { title: "with column names in capitals", file: `${COLUMNS.toUpperCase()}\n${row()}` },
        { title: "with every field quoted", file: `${COLUMNS}\n"${row({}, '","')}"` },
        { title: "with blanks around fields", file: `${COLUMNS}\n ${row({}, " , ")} ` },
        { title: "with quotes after blanks", file: `${COLUMNS}\n "${row({}, '" , "')}" ` },
        { title: "with the card in groups", file: `${COLUMNS}\n${row({ card_number: "4111 1111-1111 1111" })}` },
        { title: "with the header again", file: `${COLUMNS}\n${COLUMNS}\n${row()}\n${COLUMNS}` },
        { title: "with empty lines", file: `\n${COLUMNS}\n\n${row()}\n \n` },
        { title: "with empty fields at the end", file: `${COLUMNS}\n${row()},,\n` },
        { title: "without a device column", file: `${COLUMNS.replace(",device_id", "")}\n${row().slice(0, -1)}` },
    ];
    for (const { title, file } of same) {
        it(`says the same ${title}`, async () => {
            for (const chunk of [1, 7, 1000]) {
                const { outcomes, fault } = await read("card-network", file, { chunk });
                assert.equal(fault, null);
                assert.deepEqual(outcomes, [{ ok: true, transaction: canonical, tokenised: false }]);
            }
        });
    }

    it("refuses a short row and keeps its neighbours", async () => {
        const result = await read("card-network", `${COLUMNS}\n${row()}\nt2,${CARD}\n${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "malformed-row", "ok"]);
        assert.deepEqual(result.places, ["line 2", "line 3", "line 4"]);
    });

    it("reads a quoted line end as part of its field", async () => {
        const result = await read("card-network", `note,${COLUMNS}\n"two\nlines, ""here""",${row()}\nx,${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "ok"]);
        assert.deepEqual(result.places, ["line 2", "line 4"]);
    });

    it("reads no row inside a quote, however long", async () => {
        const rows = Array.from({ length: 100 }, (_, index) => row({ transaction_id: `t${index}` }));
        const result = await read("card-network", `note,${COLUMNS}\n"x\n${rows.join("\n")}\n",${row()}\nx,${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "ok"]);
        assert.deepEqual(result.places, ["line 2", "line 104"]);
    });

    it("refuses each line behind a quote that never closes", async () => {
        const result = await read("card-network", `${COLUMNS}\n${row()}\n${row({ merchant_id: '"m' })}\n${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "malformed-row", "malformed-row"]);
        assert.deepEqual(result.places, ["line 2", "line 3", "line 4"]);
    });

    it("ends at a quote that is open for more lines than a row may have", async () => {
        const file = `${COLUMNS}\n${row()}\n"${row()}\n${`${row()}\n`.repeat(50)}`;
        const result = await read("card-network", file, { limits: { recordLines: 20 } });
        assert.deepEqual(verdicts(result), ["ok"]);
        assert.deepEqual(result.fault?.reason, "unreadable-file");
    });

    it("ends rows as each of them ends, with LF, CR, CRLF or all of them", async () => {
        for (const end of ["\n", "\r", "\r\n", "\u0085", "\u2028", "\v"]) {
            const file = `${COLUMNS}${end}${row()}${end}${row({ currency: "" })}${end}${row()}`;
            assert.deepEqual(
                verdicts(await read("card-network", file)),
                ["ok", "missing-field", "ok"],
                JSON.stringify(end),
            );
        }
        const mixed = `${COLUMNS}\r\n${row()}\r${row()}\n\r${row()}\r\r\n${row()}\n`;
        assert.deepEqual(verdicts(await read("card-network", mixed)), ["ok", "ok", "ok", "ok"]);
    });

    it("never takes what stands behind a separator inside a row for another row", async () => {
        const file = `note,${COLUMNS},more\n${["\u0085", "\u2028", "\v"].map((mark) => `x,${row()},y${mark}z,${row()},y`).join("\n")}\nx,${row()},y\n`;
        const result = await read("card-network", file);
        assert.deepEqual(verdicts(result), [...Array(6).fill("malformed-row"), "ok"]);
    });

    it("reads rows behind another header by that one", async () => {
        const [first = "", second = "", ...others] = COLUMNS.split(",");
        const swapped = [second, first, ...others].join(",");
        const [id = "", card = "", ...values] = row({ transaction_id: "t9" }).split(",");
        const file = `${COLUMNS}\n${row()}\n${swapped}\n${[card, id, ...values].join(",")}\n\ufeff${COLUMNS}\n${row()}\n`;
        const result = await read("card-network", file);
        assert.deepEqual(verdicts(result), ["ok", "ok", "ok"]);
        const [, outcome] = result.outcomes;
        assert.ok(outcome?.ok);
        assert.equal(outcome.transaction.id, "card-network:t9");
    });

    it("ends at another header that lacks a column", async () => {
        const file = `${COLUMNS}\n${row()}\n${COLUMNS.replace("amount,", "")}\n${row()}\n`;
        const { outcomes, fault } = await read("card-network", file);
        assert.equal(outcomes.length, 1);
        assert.match(fault?.detail ?? "", /^another header in line 3: the column "amount" is missing$/);
    });

    it("gives up a line with text behind a closing quote", async () => {
        const result = await read("card-network", `${COLUMNS}\n${row({ merchant_id: '"m" x' })}\n${row()}`);
        assert.deepEqual(verdicts(result), ["malformed-row", "ok"]);
    });

    it("takes a quote inside a field as it is", async () => {
        const result = await read("card-network", `note,${COLUMNS}\n5" pipe,${row()}\nx,${row()}`);
        assert.deepEqual(verdicts(result), ["ok", "ok"]);
    });

    it("refuses one endless line and keeps its neighbours", async () => {
        const endless = row({ device_id: "x".repeat(5000) });
        for (const chunk of [10, 400, 100_000]) {
            const file = `${COLUMNS}\n${row()}\n${endless}\n"${row()}\n${endless}\n${row()}`;
            const result = await read("card-network", file, { chunk, limits: { rowBytes: 1000 } });
            assert.deepEqual(verdicts(result), ["ok", "row-too-long"]);
            assert.equal(result.places[1], "line 3");
            // The quote before the second one may be open until the end.
            assert.match(result.fault?.detail ?? "", /nothing behind line 4 can be read/);
        }
    });

    it("reads Latin-1 beside UTF-8, line by line", async () => {
        const file = Buffer.concat([
            Buffer.from(`note,${COLUMNS}\n`),
            Buffer.from(`caf\u00e9,${row()}\n`, "latin1"),
            Buffer.from(`caf\u00e9,${row({ currency: "" })}\n`, "utf8"),
        ]);
        const result = await read("card-network", file);
        assert.deepEqual(verdicts(result), ["ok", "missing-field"]);
        assert.match(result.contents[0] ?? "", /^café,/);
        assert.match(result.contents[1] ?? "", /^café,/);
    });

    const unreadable: { title: string; file: string | Buffer; reason: string; detail: RegExp }[] = [
        { title: "nothing", file: "", reason: "empty-file", detail: /no bytes/ },
        { title: "a header alone", file: `${COLUMNS}\n`, reason: "empty-file", detail: /a header and no row/ },
        { title: "blank lines", file: "\n\n", reason: "empty-file", detail: /no header/ },
        {
            title: "a missing column",
            file: `${COLUMNS.replace("amount,", "")}\n${row()}`,
            reason: "unreadable-file",
            detail: /column "amount" is missing/,
        },
        {
            title: "a column twice",
            file: `${COLUMNS},currency\n${row()}`,
            reason: "unreadable-file",
            detail: /column "currency" stands twice/,
        },
        { title: "no header", file: `${row()}\n`, reason: "unreadable-file", detail: /"transaction_id" is missing/ },
        {
            title: "an open quote in the header",
            file: `"${COLUMNS}\n${row()}`,
            reason: "unreadable-file",
            detail: /no header/,
        },
        { title: "an endless header", file: "x".repeat(70_000), reason: "unreadable-file", detail: /header is longer/ },
        {
            title: "binary data",
            file: Buffer.from([1, 0, 0, 2, 9, 0, 0, 0, 1]),
            reason: "unreadable-file",
            detail: /binary/,
        },
        {
            title: "a header with a control character, as archives have",
            file: `${COLUMNS},a\u0001b\n${row()},x\n`,
            reason: "unreadable-file",
            detail: /^the header holds control characters: the file is packed or no text/,
        },
        { title: "EBCDIC", file: Buffer.alloc(100, 0xf1), reason: "unreadable-file", detail: /binary/ },
        {
            title: "UTF-32",
            file: Buffer.from([0xff, 0xfe, 0, 0, 0x74, 0, 0, 0]),
            reason: "unreadable-file",
            detail: /UTF-32/,
        },
        {
            title: "big-endian UTF-32",
            file: Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x74]),
            reason: "unreadable-file",
            detail: /UTF-32/,
        },
    ];
    for (const { title, file, reason, detail } of unreadable) {
        it(`is refused whole for ${title}`, async () => {
            const { outcomes, fault } = await read("card-network", file, { chunk: 1000 });
            assert.deepEqual(outcomes, []);
            assert.equal(fault?.reason, reason);
            assert.match(fault.detail, detail);
        });
    }
});
