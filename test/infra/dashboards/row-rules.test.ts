import assert from "node:assert/strict";
import { PGlite } from "@electric-sql/pglite";
import type { Reader } from "../../../infra/dashboards/readers.ts";
import { rowRules } from "../../../infra/dashboards/row-rules.ts";

const knownAs = (...readers: Reader[]) =>
    readers.map((reader) => ({ name: `test-${reader.group}`, arn: `arn:${reader.group}`, reader }));
const rule = (groupname: string, channel: string | null, country: string | null) => ({
    username: null,
    groupname,
    channel,
    country,
});

describe("the rules about rows", () => {
    let database: PGlite;
    before(async () => {
        database = await PGlite.create();
    });
    after(() => database.close());

    it("leave empty what a group may see all of, and name each pair of what it may not", async () => {
        const sql = rowRules(
            knownAs(
                { group: "officers" },
                { group: "desk", channels: ["card", "instant"] },
                { group: "ireland", channels: ["card", "wire"], countries: ["IE", "GB"] },
            ),
        );
        assert.deepEqual((await database.query(sql)).rows, [
            rule("test-officers", null, null),
            rule("test-desk", "card", null),
            rule("test-desk", "instant", null),
            rule("test-ireland", "card", "IE"),
            rule("test-ireland", "card", "GB"),
            rule("test-ireland", "wire", "IE"),
            rule("test-ireland", "wire", "GB"),
        ]);
    });

    it("cannot be broken out of by a name", async () => {
        const sql = rowRules(knownAs({ group: "o'brien's" }));
        assert.deepEqual((await database.query(sql)).rows, [rule("test-o'brien's", null, null)]);
    });

    it("refuse more than QuickSight applies to one person", () => {
        const countries = Array.from({ length: 500 }, (_, index) => String(index));
        assert.throws(() => rowRules(knownAs({ group: "desk", channels: ["card", "wire"], countries })), {
            message:
                "The group test-desk needs 1000 rules for its channels and countries; QuickSight applies 999. Leave out the countries to mean all of them",
        });
    });
});
