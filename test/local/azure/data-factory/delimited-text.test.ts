import assert from "node:assert/strict";
import { rowsOf } from "../../../../local/azure/data-factory/delimited-text.ts";

const format = { columnDelimiter: ",", quoteChar: '"' };

describe("delimited text, as Data Factory reads it", () => {
    it("gives each row under the names of the first, all as text", () => {
        assert.deepEqual(rowsOf('a,b\r\n1,"x,\ny"\n"say \\"no\\"",\n\n', format), [
            { a: "1", b: "x,\ny" },
            { a: 'say "no"', b: "" },
        ]);
    });

    it("has no value where a row is short, and refuses one that is long or never ends", () => {
        assert.deepEqual(rowsOf("a,b\n1\n", format), [{ a: "1", b: null }]);
        assert.throws(() => rowsOf("a\n1,2\n", format), /row 1 has more columns/);
        assert.throws(() => rowsOf('a\n"1\n', format), /never closed/);
    });
});
