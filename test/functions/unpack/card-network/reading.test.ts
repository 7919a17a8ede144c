import assert from "node:assert/strict";
import { COLUMNS, type GOOD, row } from "../support/card-rows.ts";
import { read, verdicts } from "../support/readers.ts";

const HEADER = COLUMNS.replaceAll(",", ";");
const line = (fields: Partial<typeof GOOD> = {}): string => row(fields, ";");
const file = (...lines: string[]): string => [HEADER, ...lines].join("\n");
/** Of no issuer that there is, with a right check digit. */
const FOREIGN = "7777777777777771";

describe("reading a card network's file", () => {
    it("begins behind blank lines and what a spreadsheet is told of the delimiter", async () => {
        for (const before of ["\n \t\n", "sep=;\n", "SEP=;\n\n", ""]) {
            const result = await read("card-network", before + file(line(), line({ currency: "?" })));
            assert.deepEqual(verdicts(result), ["ok", "unknown-currency"], JSON.stringify(before));
            assert.equal(result.places[1], `line ${before.split("\n").length + 2}`);
        }
        for (const before of ["xsep=;\n", "sep=;;\n", "sep=\n"]) {
            const { fault } = await read("card-network", before + file(line()));
            assert.equal(fault?.detail, 'the column "transaction_id" is missing', JSON.stringify(before));
        }
    });

    it("needs a header that is not too long", async () => {
        const padded = (length: number): string => `${HEADER};${"x".repeat(length - HEADER.length - 1)}`;
        const most = 64 * 1024;
        assert.deepEqual(verdicts(await read("card-network", `${padded(most)}\n${line()};`, { chunk: 9999 })), ["ok"]);
        const detail = `the header is longer than ${most} characters`;
        for (const [header, rowBytes] of [
            [padded(most + 1), most * 2],
            [padded(most + 1), 100],
        ] as const) {
            const { fault } = await read("card-network", `${header}\n${line()};`, {
                chunk: 9999,
                limits: { rowBytes },
            });
            assert.deepEqual(fault, { reason: "unreadable-file", detail });
        }
    });

    it("takes the mark that a row has shown for those behind it, whatever blanks are around it", async () => {
        const thousand = line({ amount: "1,000", currency: "KWD" });
        const minor = async (...lines: string[]) =>
            (await read("card-network", file(...lines))).outcomes.map((one) =>
                one.ok ? one.transaction.amountMinor : one.reason,
            );
        assert.deepEqual(await minor(thousand, line({ amount: " 12,50 " }), thousand), [
            "ambiguous-amount",
            1250,
            1000,
        ]);
        assert.deepEqual(await minor(line({ amount: "12.50" }), thousand), [1250, "ambiguous-amount"]);
    });

    it("refuses what a separator may end, part by part, where there are too many fields for one row", async () => {
        const both = `${line()}\u2028${line()}\u2028 `;
        const { outcomes, places, contents } = await read("card-network", file(line(), both));
        assert.deepEqual(places, ["line 2", "line 3", "line 3"]);
        assert.equal(outcomes[0]?.ok, true);
        for (const outcome of outcomes.slice(1)) {
            assert.ok(!outcome.ok);
            const detail = "a separator stands in the line that may or may not end a row";
            assert.deepEqual([outcome.reason, outcome.detail], ["malformed-row", detail]);
        }
        for (const content of contents.slice(1)) assert.equal(content, line({ card_number: "411111******1111" }));
    });

    it("refuses one field in which a separator stands for that field", async () => {
        assert.deepEqual(verdicts(await read("card-network", file(line(), line({ merchant_id: "m\u20281" })))), [
            "ok",
            "invalid-identifier",
        ]);
    });

    it("lets a row have more fields than the header if nothing is in them", async () => {
        const lines = [`${line()};`, `${line()}; ;\t`, `${line()};;x`, `${line()};x;`];
        const { outcomes } = await read("card-network", file(...lines));
        assert.deepEqual(
            outcomes.map((one) => (one.ok ? "ok" : one.detail)),
            ["ok", "ok", "13 fields under a header of 11", "13 fields under a header of 11"],
        );
        const few = await read("card-network", file(line().split(";").slice(1).join(";")));
        assert.ok(few.outcomes[0]?.ok === false && few.outcomes[0].detail === "10 fields under a header of 11");
    });

    it("keeps of a refused row no digit between the ends of its card, wherever the number stands", async () => {
        const cards: [string, string][] = [
            [` ${FOREIGN} `, "777777******7771"],
            ["1234567890123", "123456******0123"],
            ["123456789012", "************"],
            ["  1234  ", "****"],
        ];
        for (const [card_number, kept] of cards) {
            const { contents } = await read(
                "card-network",
                file(line({ card_number, amount: "x", device_id: `d-${FOREIGN}` })),
            );
            const fields = contents[0]?.split(";") ?? [];
            assert.equal(fields[1], kept);
            assert.ok(!contents[0]?.includes(FOREIGN), contents[0]);
        }
    });
});
