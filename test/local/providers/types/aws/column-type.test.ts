import assert from "node:assert/strict";
import { isColumnType } from "../../../../../local/providers/types/aws/column-type.ts";

describe("the type of a column in Glue", () => {
    for (const type of [
        "string",
        "decimal",
        "decimal(38,2)",
        "varchar(65535)",
        "array<struct<name:string,amount:decimal(18,2)>>",
        "map<string,array<bigint>>",
    ]) {
        it(`may be ${type}`, () => assert.equal(isColumnType(type), true));
    }

    for (const type of [
        "text",
        "decimal(39,2)",
        "decimal(4,5)",
        "char(256)",
        "array<string,int>",
        "map<array<int>,int>",
        "struct<name>",
        "array<text>",
    ]) {
        it(`is not ${type}`, () => assert.equal(isColumnType(type), false));
    }
});
