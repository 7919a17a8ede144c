import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readExceptions } from "../../../policies/exceptions/read-exceptions.ts";
import { exception, yaml } from "../../support/exceptions.ts";

const options = { today: "2026-03-01", rules: ["s3-access-logged"] };
const faults = (text: string) => readExceptions(text, options).faults;

describe("readExceptions", () => {
    it("accepts a complete exception", () => {
        assert.deepEqual(readExceptions(yaml(exception()), options), { exceptions: [exception()], faults: [] });
    });

    it("accepts the last day and the longest time", () => {
        assert.deepEqual(faults(yaml(exception({ expires: "2026-03-01" }))), []);
        assert.deepEqual(faults(yaml(exception({ approved: "2026-02-01", expires: "2026-07-31" }))), []);
    });

    const refused: [string, Record<string, unknown>, string][] = [
        ["a rule that does not exist", { rule: "s3-logging" }, "names the rule s3-logging, which does not exist"],
        ["every resource", { resource: "urn:pulumi:*" }, "must name its resource by URN, not all by *"],
        ["a resource all by *", { resource: "urn:pulumi:prod::**" }, "must name its resource by URN, not all by *"],
        ["a resource that is no URN", { resource: "landing" }, "must name its resource by URN, not all by *"],
        ["every finding", { finding: "*" }, "must name the property it accepts, not all by *"],
        ["another category", { category: "temporary" }, "category must be waiver or mitigated"],
        ["an owner who approves", { approver: "Ada@Example.com " }, "its owner cannot approve it"],
        ["an empty reason", { reason: "" }, "lacks reason"],
        ["missing fields", { ticket: undefined, owner: undefined }, "lacks owner, ticket"],
        ["a field that means nothing", { expiry: "2030-01-01" }, "has an unknown field expiry"],
        ["a day that is none", { expires: "2026-02-30" }, "expires must be a day such as 2026-01-31, got 2026-02-30"],
        [
            "a time of day",
            { approved: "2026-01-01T00:00" },
            "approved must be a day such as 2026-01-31, got 2026-01-01T00:00",
        ],
        ["an approval to come", { approved: "2026-03-02" }, "approved 2026-03-02 lies in the future"],
        [
            "too long a time",
            { expires: "2026-08-01", approved: "2026-02-01" },
            "expires 181 days after its approval, at most 180 are allowed",
        ],
        ["a number where a text belongs", { ticket: 4711 }, "ticket must be text, in quotes where it is a number"],
        ["an approval that nobody gave", { approved: "pending" }, "nobody has approved it yet"],
        [
            "an end that is too far for an approval of today",
            { approved: "pending", expires: "2026-08-29" },
            "expires 181 days after its approval, at most 180 are allowed",
        ],
        ["an exception past its end", { expires: "2026-02-28" }, "expired on 2026-02-28"],
    ];
    for (const [title, changes, what] of refused) {
        it(`refuses ${title}, and suppresses nothing by it`, () => {
            const text = yaml({ ...exception(), ...changes });
            const read = readExceptions(text, options);
            assert.deepEqual(read.exceptions, []);
            assert.deepEqual(
                read.faults.map((fault) => [fault.id, fault.what]),
                [["EX-1", what]],
            );
        });
    }

    it("tells all that is wrong with an entry together", () => {
        const text = yaml({
            ...exception(),
            ticket: "",
            rule: "none",
            owner: "grace@example.com",
            expires: "soon",
            x: 1,
        });
        assert.deepEqual(
            faults(text).map(({ what }) => what),
            [
                "lacks ticket",
                "has an unknown field x",
                "names the rule none, which does not exist",
                "expires must be a day such as 2026-01-31, got soon",
                "its owner cannot approve it",
            ],
        );
    });

    it("tells what is only past its end, or not approved, from what is wrong", () => {
        const kinds = (changes: object) => faults(yaml({ ...exception(), ...changes })).map(({ kind }) => kind);
        assert.deepEqual(kinds({ expires: "2026-02-28" }), ["ended"]);
        assert.deepEqual(kinds({ approved: "pending" }), ["pending"]);
        assert.deepEqual(kinds({ reason: "" }), [undefined]);
    });

    it("refuses the second of two with one id", () => {
        const read = readExceptions(yaml(exception(), exception({ finding: "policy" })), options);
        assert.deepEqual(read.exceptions, [exception()]);
        assert.deepEqual(read.faults, [{ id: "EX-1", what: "has the same id as an earlier entry" }]);
    });

    it("names an entry without an id by its place", () => {
        assert.equal(faults("- just text")[0]?.id, "entry-1");
    });

    it("refuses a file that is no list, or no YAML", () => {
        assert.deepEqual(faults("a: 1"), [{ id: "exceptions.yaml", what: "is not a list of exceptions" }]);
        assert.match(faults("- [")[0]?.what ?? "", /^is not YAML: /);
    });

    it("reads an empty file as no exceptions", () => {
        assert.deepEqual(readExceptions("", options), { exceptions: [], faults: [] });
    });

    it("would accept the example in the committed file", () => {
        const file = readFileSync(new URL("../../../policies/exceptions.yaml", import.meta.url), "utf8");
        const example = file
            .split("\n")
            .filter((line) => /^# {1,3}(- id| {1,2}\w+:)/.test(line))
            .map((line) => line.slice(2))
            .join("\n");
        assert.deepEqual(faults(example), []);
        assert.equal(readExceptions(example, options).exceptions.length, 1);
    });
});
