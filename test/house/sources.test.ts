import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { stackNames } from "../../stacks/settings-of.ts";
import { paths } from "../../tools/paths.mjs";

interface Line {
    where: string;
    text: string;
    /** The lines before it, nearest first. */
    above: string[];
}

function linesOf(folder: string): Line[] {
    return readdirSync(path.join(paths.root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(ts|mjs)$/.test(file))
        .flatMap((file) => {
            const lines = readFileSync(path.join(paths.root, folder, file), "utf8").split("\n");
            return lines.map((text, index) => ({
                where: `${folder}/${file}:${index + 1} ${text.trim()}`,
                text,
                above: lines.slice(Math.max(0, index - 25), index).reverse(),
            }));
        });
}

const program = [...linesOf("infra"), ...linesOf("functions"), ...linesOf("contract")];

describe("the sources of the program", () => {
    it("name no environment: what differs is in stacks/ and Pulumi.*.yaml", () => {
        const environment = new RegExp(`["'\`](${stackNames.join("|")})["'\`]`);
        const named = program.filter(({ text }) => environment.test(text) && !/^\s*(\*|\/\/|\/\*)/.test(text));
        assert.deepEqual(
            named.map(({ where }) => where),
            [],
        );
    });

    it("allow no action by a wildcard but those of a key's own account", () => {
        // A denial may be wide; so may what the account itself does with a key, and a limit, which grants nothing.
        const found = program.filter(
            ({ text }) =>
                /["`]([a-z0-9-]{2,}|\$\{\w+\}):[A-Za-z]*\*["`]/.test(text) &&
                !/^\s*(\*|\/\/)|refusePlainHttp|"kms:\*"|arnIn\(|const everything = /.test(text),
        );
        assert.deepEqual(
            found.map(({ where }) => where),
            [],
        );
    });

    it("say in a comment why AWS takes no narrower resource than a wildcard", () => {
        const unexplained = program.filter(
            ({ text, above }) =>
                /Resource: "\*"/.test(text) && !within(above).some((line) => /^\s*(\/\/|\*|\/\*\*)/.test(line)),
        );
        assert.deepEqual(
            unexplained.map(({ where }) => where),
            [],
        );
    });
});

/** The lines above, up to the statement before: it ends with `},`, and a function with `}` at the margin. */
function within(above: string[]): string[] {
    const end = above.findIndex((line) => /^}/.test(line));
    return end < 0 ? above : above.slice(0, end);
}
