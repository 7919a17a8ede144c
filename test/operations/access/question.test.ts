import assert from "node:assert/strict";
import { asPicture } from "../../../operations/access/as-picture.ts";
import { asLines, asText } from "../../../operations/access/as-text.ts";
import { answer, sentences } from "../../../operations/access/question.ts";
import type { Access } from "../../../policies/access/access-to.ts";

const one = (who: string, may: Access["may"], what: string, ...path: string[]): Access => ({
    who,
    may,
    what,
    path,
    onlyIf: [],
});
const ACCESS: readonly Access[] = [
    one("function report", "read", "bucket records", "role report", "key data"),
    one("function score", "change", "bucket records", "role score"),
    one("function train", "read", "bucket records", "role train", "key data"),
    one(
        "function request",
        "change",
        "data factory exchange",
        "role request",
        "token of the account",
        "identity asking",
        "role runs",
    ),
];

describe("the answer to who can reach what", () => {
    it("is one sentence for each thing, which says who cannot be found too", () => {
        assert.deepEqual(sentences(answer(ACCESS, { what: "records" })), [
            "The bucket records can be read by function report and function train, changed by function score and deleted from by nobody.",
        ]);
    });

    it("is about one name, or about all of a kind", () => {
        assert.deepEqual(answer(ACCESS, { who: "score" }), [ACCESS[1]]);
        assert.deepEqual(answer(ACCESS, { what: "bucket" }), ACCESS.slice(0, 3));
        assert.deepEqual(answer(ACCESS, { who: "score", what: "exchange" }), []);
        assert.deepEqual(answer(ACCESS, {}), ACCESS);
    });

    it("tells what there is when nothing has that name", () => {
        assert.throws(() => answer(ACCESS, { what: "record" }), {
            message: 'Nothing is called "record" with --what. There is:\n  bucket records\n  data factory exchange',
        });
    });

    it("shows every path under what it leads to, in 80 columns", () => {
        const text = asText(ACCESS);
        assert.ok(
            text.includes(
                [
                    "data factory exchange",
                    "  function request may change",
                    "    by role request → token of the account → identity asking → role runs",
                ].join("\n"),
            ),
            text,
        );
        assert.deepEqual(
            text.split("\n").filter((line) => line.length > 80),
            [],
        );
    });

    it("is a line for each path in the baseline, without letters that mean nothing", () => {
        const access = [
            {
                ...one("service s3", "change", "queue records", "policy"),
                onlyIf: ["aws:sourcearn is arn:aws:s3:::records-6b9b406"],
            },
        ];
        assert.equal(
            asLines("prod", [...access, one("a", "read", "b", "c"), one("a", "delete", "b", "c")]).split("\n\n")[1],
            "queue records: service s3 may change by policy, only if aws:sourcearn is arn:aws:s3:::records\nb: a may read, delete by c\n",
        );
    });

    it("is a picture of who becomes whom and reaches what", () => {
        assert.equal(
            asPicture(answer(ACCESS, { who: "request" })),
            [
                "flowchart LR",
                '    n0["function request"]',
                '    n1["token of the account"]',
                '    n2["identity asking"]',
                '    n3["data factory exchange"]',
                '    n0 -- "becomes" --> n1',
                '    n1 -- "becomes" --> n2',
                '    n2 -- "change" --> n3',
                "",
            ].join("\n"),
        );
    });
});
