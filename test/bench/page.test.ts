import assert from "node:assert/strict";
import { asMarkdown, ratiosOf } from "../../bench/page.ts";

const findings = [
    { what: "a preview", figure: "8.5 s", target: "" },
    { ratio: "a preview beside an empty one", value: 5.171, atMost: 2.5 },
    { what: "an empty preview", figure: "1.7 s", target: "under 2 s" },
    { ratio: "a rate beside the floor's", value: 0.3, atLeast: 0.25 },
    { ratio: "only to look at", value: 12 },
];

describe("the page of the benchmarks", () => {
    it("has the ratios before what they were made of, with what is asked of them", () => {
        const [, table = ""] = asMarkdown(findings).split("## Ratios\n\n");
        assert.equal(
            table,
            [
                "| Ratio | Figure | Target |",
                "|---|---|---|",
                "| a preview beside an empty one | 5.17 | 2.5 or less |",
                "| a rate beside the floor's | 0.30 | 0.25 or more |",
                "| only to look at | 12.00 |  |",
                "",
                "## Measured",
                "",
                "| What | Figure | Target |",
                "|---|---|---|",
                "| a preview | 8.5 s |  |",
                "| an empty preview | 1.7 s | under 2 s |",
                "",
                "## Short of the target",
                "",
                "- a preview beside an empty one: not looked into yet.",
                "",
            ].join("\n"),
        );
    });

    it("says of each target that was missed what stands between", () => {
        const ratio = { ratio: "watching beside a preview", value: 0.3, atMost: 0.1, why: "it starts anew" };
        const page = asMarkdown([...findings, ratio]);
        const [, section = ""] = page.split("## Short of the target\n\n");
        assert.equal(
            section,
            "- a preview beside an empty one: not looked into yet.\n- watching beside a preview: it starts anew.\n",
        );
    });

    it("says what was left out, and why", () => {
        assert.match(
            asMarkdown(findings, ["a peer: it is not published"]),
            /\n## Left out\n\n- a peer: it is not published\n$/,
        );
    });

    it("gives its ratios back, and nothing that is in seconds", () => {
        assert.deepEqual(
            [...ratiosOf(asMarkdown(findings))],
            [
                ["a preview beside an empty one", 5.17],
                ["a rate beside the floor's", 0.3],
                ["only to look at", 12],
            ],
        );
    });

    it("has none when there is no such table", () => {
        assert.deepEqual(
            [...ratiosOf("# Benchmarks\n\n| What | Figure | Target |\n|---|---|---|\n| ratio | 5.17 | |\n")],
            [],
        );
    });
});
