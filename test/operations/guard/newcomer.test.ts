import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { type ProgramCopy, programCopy } from "../../e2e/support/program-copy.ts";

/** Does what a line on the screen says, and nothing else; tells whether it said something to do. */
type Step = (copy: ProgramCopy, line: string) => boolean;

const read = (copy: ProgramCopy, file: string) => readFileSync(join(copy.root, file), "utf8");

const STEPS: readonly Step[] = [
    (copy, line) => {
        const [, from, to] = /^\s*\$ cp (\S+) (\S+)$/.exec(line) ?? [];
        if (from === undefined || to === undefined) return false;
        cpSync(join(copy.root, from), join(copy.root, to));
        return true;
    },
    (copy, line) => {
        const [, file, to, from] = /^\s*(\S+\.ts): write "(.+)" for "(.+)" in its export$/.exec(line) ?? [];
        if (file === undefined) return false;
        copy.change(file, `export const ${from}:`, `export const ${to}:`);
        return true;
    },
    (copy, line) => {
        const [, file, statement, entry] = /^\s*(\S+\.ts): (import .*) and add (.+) to the list$/.exec(line) ?? [];
        if (file === undefined) return false;
        copy.change(file, "> = { ", `> = { ${entry}, `);
        writeFileSync(join(copy.root, file), `${statement};\n${read(copy, file)}`);
        return true;
    },
    (copy, line) => {
        const [, names = "", to, from] = /: take (.+) of (\S+\.ts) from (\S+\.ts)\. Fix: /.exec(line) ?? [];
        if (to === undefined || from === undefined) return false;
        for (const name of names.split(/, | and /)) {
            const setting = new RegExp(`^ {4}${name}: (\\{.*\\}|\\{[\\s\\S]*?\\n {4}\\}),\\n`, "m");
            const [taken] = setting.exec(read(copy, from)) ?? assert.fail(`${from} has no ${name}`);
            writeFileSync(
                join(copy.root, to),
                read(copy, to).replace(setting, () => taken),
            );
        }
        return true;
    },
];

describe("somebody who copies the settings of dev for an environment of their own", () => {
    let copy: ProgramCopy;
    before(() => {
        copy = programCopy();
        // Functions are the same and take the longest to bundle.
        if (existsSync(paths.bundles))
            cpSync(paths.bundles, join(copy.root, ".platform", "bundles"), { recursive: true });
        cpSync(join(copy.root, "stacks", "dev.ts"), join(copy.root, "stacks", "staging.ts"));
    });
    after(() => copy.remove());

    const run = (command: string, ...args: string[]) => {
        const given = ["tools/run.mjs", `operations/${command}.ts`, "--stack", "staging", ...args];
        const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: copy.root, encoding: "utf8" });
        return { status, text: `${stdout}${stderr}` };
    };

    it("comes to a clean preview of it by doing what is on the screen, and nothing else", () => {
        const first = run("guard");
        assert.equal(first.status, 1);
        const done = first.text.split("\n").filter((line) => STEPS.some((step) => step(copy, line)));
        assert.equal(done.length, 3, first.text);

        const { status, text } = run("guard", "--format", "json");
        assert.equal(status, 2);
        const { findings } = JSON.parse(text) as { findings: { message: string }[] };
        assert.match(
            findings[0]?.message ?? "",
            /; staging counts as production, as every stack but dev and local: take /,
        );
        assert.ok(STEPS.some((step) => step(copy, findings[0]?.message ?? "")));

        const preview = run("preview", "--offline");
        assert.equal(preview.status, 0, preview.text);
        assert.match(preview.text, /: 0 violations, 0 inconclusive, 0 excepted/);
    });

    it("is told in the same way what must exist before it", () => {
        for (const command of ["guard", "preview"]) {
            const { status, text } = run(command, "--bootstrap", ...(command === "preview" ? ["--offline"] : []));
            assert.equal(status, 1);
            assert.match(
                text,
                /\n {2}\$ cp infra\/bootstrap\/Pulumi\.dev\.yaml infra\/bootstrap\/Pulumi\.staging\.yaml\n/,
            );
        }
        const { text } = run("guard", "--bootstrap");
        assert.ok(text.split("\n").some((line) => STEPS.some((step) => step(copy, line))));
        assert.match(run("guard", "--bootstrap").text, /: 0 violations, 0 inconclusive, 0 excepted\n/);
    });
});
