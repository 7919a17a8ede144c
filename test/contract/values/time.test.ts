import assert from "node:assert/strict";
import fc from "fast-check";
import { canonicalTime, isCanonicalTime, isLocalTime } from "../../../contract/values/time.ts";

describe("canonicalTime", () => {
    const cases: { title: string; text: string; time: string | null }[] = [
        { title: "keeps the canonical form", text: "2025-03-01T10:20:30.456Z", time: "2025-03-01T10:20:30.456Z" },
        { title: "moves a zone to UTC", text: "2025-03-01T00:20:30+02:00", time: "2025-02-28T22:20:30.000Z" },
        { title: "moves a western zone", text: "2025-12-31T23:00:00-05:30", time: "2026-01-01T04:30:00.000Z" },
        { title: "reads a zone without a colon", text: "2025-03-01T10:00:00+0230", time: "2025-03-01T07:30:00.000Z" },
        { title: "reads a zone of hours", text: "2025-03-01T10:00:00+02", time: "2025-03-01T08:00:00.000Z" },
        { title: "guesses no zone", text: "2025-03-01T10:00:00", time: null },
        { title: "takes a blank for the T", text: "2025-03-01 10:00:00Z", time: "2025-03-01T10:00:00.000Z" },
        { title: "takes a time without seconds", text: "2025-03-01T10:05Z", time: "2025-03-01T10:05:00.000Z" },
        { title: "guesses no zone of a date", text: "2025-03-01", time: null },
        { title: "takes a date as its first instant", text: "2025-03-01Z", time: "2025-03-01T00:00:00.000Z" },
        { title: "takes a date in a zone", text: "2025-03-01+01:00", time: "2025-02-28T23:00:00.000Z" },
        {
            title: "cuts fractions to milliseconds",
            text: "2025-03-01T10:00:00.123999Z",
            time: "2025-03-01T10:00:00.123Z",
        },
        { title: "fills fractions", text: "2025-03-01T10:00:00,5Z", time: "2025-03-01T10:00:00.500Z" },
        { title: "keeps a leap second on its day", text: "2016-12-31T23:59:60Z", time: "2016-12-31T23:59:59.999Z" },
        { title: "knows a leap second in a zone", text: "2017-01-01T00:59:60+01:00", time: "2016-12-31T23:59:59.999Z" },
        { title: "refuses a leap second at noon", text: "2016-12-31T12:00:60Z", time: null },
        { title: "takes 24:00 as the next midnight", text: "2025-02-28T24:00:00Z", time: "2025-03-01T00:00:00.000Z" },
        { title: "refuses 24:01", text: "2025-02-28T24:01:00Z", time: null },
        { title: "refuses a second after 24:00", text: "2025-02-28T24:00:01Z", time: null },
        { title: "refuses a millisecond after 24:00", text: "2025-02-28T24:00:00.001Z", time: null },
        { title: "knows leap years", text: "2024-02-29Z", time: "2024-02-29T00:00:00.000Z" },
        { title: "refuses 29 February otherwise", text: "2025-02-29Z", time: null },
        { title: "knows the century rule", text: "2100-02-29Z", time: null },
        { title: "knows its exception", text: "2000-02-29Z", time: "2000-02-29T00:00:00.000Z" },
        { title: "refuses 31 April", text: "2025-04-31T00:00:00Z", time: null },
        { title: "refuses month 13", text: "2025-13-01Z", time: null },
        { title: "refuses month 0", text: "2025-00-01Z", time: null },
        { title: "refuses day 0", text: "2025-01-00Z", time: null },
        { title: "refuses hour 25", text: "2025-03-01T25:00:00Z", time: null },
        { title: "refuses minute 60", text: "2025-03-01T10:60:00Z", time: null },
        { title: "refuses second 61", text: "2025-03-01T10:00:61Z", time: null },
        { title: "refuses a zone nobody lives in", text: "2025-03-01T10:00:00+15:00", time: null },
        { title: "refuses +14:59, which is no offset", text: "2025-03-01T10:00:00+14:59", time: null },
        { title: "takes the easternmost offset", text: "2025-03-02T10:00:00+14:00", time: "2025-03-01T20:00:00.000Z" },
        { title: "takes the westernmost offset", text: "2025-03-01T10:00:00-12:00", time: "2025-03-01T22:00:00.000Z" },
        { title: "refuses an offset west of it", text: "2025-03-01T10:00:00-12:01", time: null },
        { title: "takes a zone's minute 59", text: "2025-03-01T10:00:00+01:59", time: "2025-03-01T08:01:00.000Z" },
        { title: "takes a small z", text: "2025-03-01t10:00:00z", time: "2025-03-01T10:00:00.000Z" },
        { title: "refuses a zone's minute 60", text: "2025-03-01T10:00:00+01:60", time: null },
        { title: "refuses day, month, year", text: "01/03/2025 10:00", time: null },
        { title: "refuses years of two digits", text: "25-03-01", time: null },
        { title: "takes the first instant of all", text: "1970-01-01Z", time: "1970-01-01T00:00:00.000Z" },
        { title: "takes the last one", text: "9999-12-31T23:59:59.999+00:00", time: "9999-12-31T23:59:59.999Z" },
        { title: "refuses years that would be read as others", text: "0075-01-01Z", time: null },
        { title: "refuses times before 1970", text: "1969-12-31T23:59:59Z", time: null },
        { title: "refuses what a zone moves before 1970", text: "1970-01-01T00:00:00+01:00", time: null },
        { title: "refuses what a zone moves beyond 9999", text: "9999-12-31T23:59:59-01:00", time: null },
        { title: "refuses epoch seconds", text: "1740823200", time: null },
        { title: "refuses a mark nobody sees", text: "\u200f2025-03-01", time: null },
        { title: "refuses something before it", text: "x2025-03-01T10:00:00Z", time: null },
        { title: "refuses another one before it", text: "2025-03-01 2025-03-01Z", time: null },
        { title: "refuses something behind it", text: "2025-03-01T10:00:00Zx", time: null },
        { title: "refuses nothing", text: "", time: null },
    ];
    for (const { title, text, time } of cases) it(title, () => assert.equal(canonicalTime(text), time));

    it("leaves every instant the platform can hold as it is", () => {
        fc.assert(
            fc.property(fc.date({ min: new Date(0), max: new Date("9999-12-31T23:59:59.999Z") }), (date) => {
                fc.pre(!Number.isNaN(date.getTime()));
                assert.equal(canonicalTime(date.toISOString()), date.toISOString());
            }),
        );
    });
});

describe("isCanonicalTime", () => {
    const refused = [
        ...[
            "2025-03-01T10:00:00Z",
            "x2025-03-01T10:00:00.000Z",
            "2025-03-01T10:00:00 2025-03-01T10:00:00.000Z",
            "2025-03-01T10:00:00.000Zx",
            "soon",
        ],
        ...["1969-12-31T10:00:00.000Z", "2025-00-01T10:00:00.000Z", "2025-13-01T10:00:00.000Z"],
        ...["2025-03-00T10:00:00.000Z", "2025-02-30T10:00:00.000Z", "2023-02-29T10:00:00.000Z"],
        ...["2025-02-28T24:00:00.000Z", "2025-03-01T10:60:00.000Z", "2016-12-31T23:59:60.000Z"],
    ];
    for (const text of refused) it(`refuses ${text}`, () => assert.equal(isCanonicalTime(text), false));
    for (const text of ["1970-01-01T00:00:00.000Z", "1999-12-31T23:59:59.999Z", "2024-02-29T10:00:00.000Z"]) {
        it(`takes ${text}`, () => assert.equal(isCanonicalTime(text), true));
    }
});

describe("isLocalTime", () => {
    for (const text of ["2025-03-01", "2025-03-01T10:00", "2025-03-01 10:00:00.5"]) {
        it(`is ${text}, which says nothing of its clock`, () => assert.equal(isLocalTime(text), true));
    }
    for (const text of ["2025-03-01Z", "2025-03-01T10:00:00+01:00", "2025-02-30", "soon"]) {
        it(`is not ${text}`, () => assert.equal(isLocalTime(text), false));
    }
});
