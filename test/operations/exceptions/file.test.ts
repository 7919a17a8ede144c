import assert from "node:assert/strict";
import { parse } from "yaml";
import { approvedBy } from "../../../operations/exceptions/approval.ts";
import { withEntry, withoutEntry } from "../../../operations/exceptions/write-entry.ts";
import { exception, yaml } from "../../support/exceptions.ts";
import { committed, DAY } from "./support.ts";

const [one, two] = [exception(), exception({ id: "EX-2", finding: "policy", approved: "pending" })];
const example = committed.replace("[]\n", "");

describe("the file of the exceptions", () => {
    it("gets its first entry in place of the empty list, and keeps what it tells the reader", () => {
        const text = withEntry(committed, one);
        assert.deepEqual(parse(text), [one]);
        assert.ok(text.startsWith(example));
    });

    it("gets each further entry at its end, and leaves those before as people wrote them", () => {
        const written = `${example}- id: EX-1   # agreed on the phone\n${yaml(one).split("\n").slice(1).join("\n")}`;
        const text = withEntry(written, two);
        assert.ok(text.startsWith(written.trimEnd()));
        assert.deepEqual(parse(text), [one, two]);
    });

    it("takes an entry also where the list stands in brackets, indented, or is no list yet", () => {
        for (const text of [
            JSON.stringify([one]),
            yaml(one).replace(/^/gm, "  ").trimEnd(),
            "# only a comment\n",
            "",
        ]) {
            const before = (parse(text) ?? []) as object[];
            assert.deepEqual(parse(withEntry(text, two)), [...before, two], text);
        }
    });

    it("keeps a reason as it was said, whatever is in it", () => {
        for (const reason of [
            "yes: and no # really",
            "- [x] \"quoted\" 'twice'",
            "two\nlines",
            "2026-01-01",
            "`$a` é",
        ]) {
            assert.deepEqual(parse(withEntry(committed, { ...one, reason })), [{ ...one, reason }]);
        }
    });

    it("loses one entry and nothing else", () => {
        const text = withoutEntry(withEntry(withEntry(committed, one), two), "EX-1");
        assert.deepEqual(parse(text), [two]);
        assert.ok(text.startsWith(example), text);
        assert.deepEqual(parse(withEntry(withoutEntry(withEntry(committed, one), "EX-1"), two)), [two]);
    });
});

describe("an approval", () => {
    const text = withEntry(withEntry(committed, one), two);
    const by = (who: string | undefined, id = "EX-2", given = text) => approvedBy(who, id, given, DAY);

    it("is the day in the entry, and nothing else in the file", () => {
        assert.equal(by("Grace@Example.com"), text.replace("approved: pending", "approved: 2026-03-01"));
    });

    it("is for the approver alone", () => {
        assert.throws(
            () => by("ada@example.com"),
            /EX-2 is for grace@example\.com to approve, and git knows you as ada@/,
        );
        assert.throws(() => by(undefined), /Tell git who you are first: git config user\.email grace@example\.com/);
    });

    it("is given once, to an exception that there is, and that is in order", () => {
        assert.throws(() => by("grace@example.com", "EX-1"), /EX-1 is not waiting to be approved/);
        assert.throws(
            () => by("grace@example.com", "EX-3"),
            /There is no exception EX-3\. Those there are: EX-1, EX-2\./,
        );
        const late = yaml({ ...two, expires: "2026-02-01" });
        assert.throws(() => by("grace@example.com", "EX-2", late), /EX-2 cannot be approved: expired on 2026-02-01/);
        const own = yaml({ ...two, owner: "grace@example.com" });
        assert.throws(() => by("grace@example.com", "EX-2", own), /cannot be approved: its owner cannot approve it/);
        assert.throws(() => by("grace@example.com", "EX-2", "- ["), /is not YAML/);
    });
});
