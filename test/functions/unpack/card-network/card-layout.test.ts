import assert from "node:assert/strict";
import {
    cardLayout,
    delimiterOf,
    nextLayout,
    REQUIRED_COLUMNS,
} from "../../../../functions/unpack/card-network/card-layout.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { GOOD, row } from "../support/card-rows.ts";

const COLUMNS = [...REQUIRED_COLUMNS, "device_id"];
const layout = cardLayout(";", COLUMNS);
const fault = (message: string) => (error: unknown) => {
    assert.ok(error instanceof FileFault);
    assert.deepEqual([error.reason, error.message], ["unreadable-file", message]);
    return true;
};

describe("the delimiter of a header", () => {
    for (const delimiter of [",", ";", "\t", "|"]) {
        it(`is ${JSON.stringify(delimiter)} where it stands most often`, () => {
            assert.equal(delimiterOf(`${COLUMNS.join(delimiter)},;`), delimiter);
        });
    }

    it("is a comma where there is none", () => assert.equal(delimiterOf("amount"), ","));
});

describe("where the columns stand", () => {
    it("is said by their names, in any order, among others, in any letters", () => {
        const { columns, width } = cardLayout(",", ["x", ...COLUMNS.toReversed(), "\ufeffY "]);
        assert.deepEqual([columns.device_id, columns.transaction_id, width], [1, 10, 12]);
        const odd = cardLayout(
            ",",
            COLUMNS.map((name) => ` \u200f${name.toUpperCase()}`),
        );
        assert.deepEqual(odd.columns, layout.columns);
    });

    for (const name of REQUIRED_COLUMNS) {
        it(`is not known without ${name}, nor with two of it`, () => {
            const others = COLUMNS.filter((one) => one !== name);
            assert.throws(() => cardLayout(",", others), fault(`the column "${name}" is missing`));
            assert.throws(() => cardLayout(",", [...COLUMNS, name]), fault(`the column "${name}" stands twice`));
        });
    }

    it("may be known without a device, but not with two", () => {
        assert.equal(cardLayout(",", REQUIRED_COLUMNS).columns.device_id, -1);
        assert.throws(() => cardLayout(",", [...COLUMNS, "device_id"]), fault('the column "device_id" stands twice'));
    });
});

describe("a header that comes again", () => {
    const again = (fields: readonly string[]) => nextLayout(layout, fields, 7);

    it("leaves everything as it is, or says what is new", () => {
        assert.equal(again(COLUMNS), layout);
        const turned = again(COLUMNS.toReversed());
        assert.deepEqual([turned?.columns.device_id, turned?.delimiter], [0, ";"]);
        // The same letters with other borders are other names.
        assert.notEqual(again([...COLUMNS, "x"]), layout);
    });

    it("is no row, whatever words are in it", () => {
        assert.equal(again(row({ amount: "12.50" }, ";").split(";")), null);
        const fields = Object.values({ ...GOOD, amount: "amount", merchant_id: "currency" });
        assert.equal(again(fields), null);
        assert.equal(again(["amount", "currency", "amount"]), null);
    });

    it("is none where the amount is one, with a blank before it too", () => {
        const headed = (amount: string) => COLUMNS.map((name) => (name === "amount" ? amount : name));
        for (const amount of ["1", " 1", "12.50"]) assert.equal(again(headed(amount)), null, amount);
        for (const amount of ["x 1", "x"]) {
            assert.throws(
                () => again(headed(amount)),
                fault('another header in line 7: the column "amount" is missing'),
            );
        }
    });

    const words = ["txn", "pan", "account", "merchant", "mcc", "country", "value", "ccy", "time", "device"];
    const other = (changes: Readonly<Record<string, string>>) =>
        COLUMNS.map((column, at) => changes[column] ?? words[at] ?? "");

    it("ends the file where each name is another word, of two letters at least and with a digit at most", () => {
        for (const amount of ["value", "of", "sum3", "3ds sum", "sum 2 of it", "n 2 of"]) {
            assert.throws(
                () => again(other({ amount })),
                fault("another header in line 7: none of its names is known"),
                amount,
            );
        }
    });

    it("is none where a number is no word", () => {
        for (const amount of ["12of", "of12", "1 of 2", "x", "", "x 3 y"]) {
            assert.equal(again(other({ amount })), null, amount);
        }
    });

    it("is none where two words are the same but for blanks", () => {
        assert.equal(again(other({ merchant_country: " account ", account_id: "account" })), null);
    });

    it("ends the file where a column is missing, and says where", () => {
        const three = ["transaction_id", "card_number", "currency"];
        assert.throws(
            () => again(three),
            (error) => {
                assert.ok(error instanceof FileFault && error.cause instanceof FileFault);
                return fault('another header in line 7: the column "account_id" is missing')(error);
            },
        );
    });
});
