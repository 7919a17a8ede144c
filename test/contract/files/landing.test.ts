import assert from "node:assert/strict";
import { isMarker } from "../../../contract/files/landing.ts";

describe("a marker", () => {
    const markers = [
        ...["_SUCCESS", "_started_17", "_committed_17", "_temporary", "day_$folder$", ".part-0.crc", ".hidden"],
        ..."crc crc32 md5 sha1 sha256 sha512 sig asc ok done ready trigger flag ctl lock tmp temp part partial filepart"
            .split(" ")
            .map((ending) => `a.csv.${ending}`),
        "A.CSV.SHA256",
    ];
    for (const name of markers) it(`is ${name}`, () => assert.equal(isMarker(name), true));

    const files = [
        ...["a.csv", "a_SUCCESS.csv", "_$folder$.csv", "_other", "v1.2.xml", "a.part.csv", "a.okay", "ok", "a.csv.gz"],
    ];
    for (const name of files) it(`is not ${name}`, () => assert.equal(isMarker(name), false));
});
