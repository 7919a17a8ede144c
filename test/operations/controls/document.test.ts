import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { controlsDocument } from "../../../operations/controls/document.ts";
import type { Framework } from "../../../policies/frameworks/framework.ts";
import { controls, frameworks } from "../../../policies/frameworks/index.ts";
import { rules } from "../../../policies/rules/index.ts";
import { fileOf } from "../../../policies/rules/rooms.ts";
import { paths } from "../../../tools/paths.mjs";

const made: Readonly<Record<string, Framework>> = {
    pci: {
        name: "PCI DSS",
        version: "4.0.1",
        requirements: {
            "10.2.1": { title: "Access leaves logs" },
            "3.5.1": {
                title: "Card numbers are unreadable",
                beside: "tokens",
                where: ["docs", "infra"],
                gap: "screens",
            },
            "6.5.1": { title: "Changes follow a procedure | a bar", beside: "review" },
            "11.4.1": { title: "Attacks are tried", gap: "none is on record" },
        },
    },
};

const document = controlsDocument(made, [
    { name: "sqs-encrypted", controls: ["pci:3.5.1"] },
    { name: "api-logged", controls: ["pci:10.2.1", "pci:3.5.1"] },
]);

function rowOf(number: string): string {
    return document.split("\n").find((line) => line.startsWith(`| **${number}**`)) ?? "";
}

describe("docs/controls.md", () => {
    it("is what the rules and the frameworks say; npm run controls writes it", () => {
        assert.equal(
            readFileSync(join(paths.root, "docs", "controls.md"), "utf8"),
            controlsDocument(frameworks, rules),
        );
    });

    it("has every control and every rule", () => {
        const text = readFileSync(join(paths.root, "docs", "controls.md"), "utf8");
        for (const { number, title } of Object.values(controls))
            assert.ok(text.includes(`**${number}** ${title}`), title);
        for (const { name } of rules) assert.ok(text.includes(`[${name}](../${fileOf(name)})`), name);
        const links = [...text.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file = ""]) => file);
        assert.deepEqual(
            links.filter((file) => !existsSync(join(paths.root, file))),
            [],
        );
    });

    it("leads from a control to its rules, to what else covers it, and to what nothing does", () => {
        assert.equal(
            rowOf("3.5.1"),
            "| **3.5.1** Card numbers are unreadable | [api-logged](../policies/rules/api/api-logged.ts) " +
                "[sqs-encrypted](../policies/rules/sqs/sqs-encrypted.ts) | tokens ([docs](../docs), [infra](../infra)) | screens |",
        );
        assert.match(rowOf("11.4.1"), /\| – \| – \| none is on record \|$/);
        assert.match(rowOf("6.5.1"), /a procedure \\\| a bar \| – \| review \| – \|$/);
    });

    it("counts, for each framework, what covers its controls", () => {
        assert.match(document, /\n\| \[PCI DSS\]\(#pci-dss\), 4\.0\.1 \| 4 \| 2 \| 1 \| 1 \| 2 \| 2 \|\n/);
    });

    it("orders controls by their numbers, not by their letters", () => {
        const numbers = [...document.matchAll(/^\| \*\*(.*?)\*\*/gm)].map(([, number]) => number);
        assert.deepEqual(numbers, ["3.5.1", "6.5.1", "10.2.1", "11.4.1"]);
    });
});
