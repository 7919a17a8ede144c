import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { proofs } from "../../operations/proof/proofs.ts";
import { paths } from "../../tools/paths.mjs";
import { helpFor } from "../../tools/run/help.mjs";
import { AREAS } from "../mutation/areas.ts";
import { steps, workflow } from "./workflow-files.ts";

const { scripts } = JSON.parse(readFileSync(path.join(paths.root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
};

interface Call {
    id: string;
    line: string;
    script: string;
    options: string[];
}

/** Every call of a script of ours, in the lines of all steps. */
const calls: Call[] = steps.flatMap(({ id, step: { run = "" } }) =>
    run.split("\n").flatMap((line): Call[] => {
        const [, , script = "", rest = ""] = /^npm (run )?([\w:-]+)(?: -- (.*))?$/.exec(line.trim()) ?? [];
        return script === "" ? [] : [{ id, line, script, options: rest.match(/(?<=^|[\s+])--[\w-]+/g) ?? [] }];
    }),
);

/** What `--help` of a script says. */
function helpOf(script: string): string {
    const [, program = "", ...args] = (scripts[script] ?? "").split(" ");
    const [what = "", ...rest] = program === "tools/run.mjs" ? args : [program];
    return helpFor(what, [...rest, "--help"]) ?? "";
}

describe("the lines that workflows run", () => {
    it("are calls of our own commands, or put a report where GitHub shows it", () => {
        const others = steps
            .flatMap(({ step: { run = "" } }) => run.split("\n"))
            .filter((line) => line !== "" && !/^npm (run|start|test) /.test(line));
        assert.deepEqual([...new Set(others)].sort(), [
            'cat report/drift.md >> "$GITHUB_STEP_SUMMARY"',
            'cat report/preview.md >> "$GITHUB_STEP_SUMMARY"',
            'cat report/up.md >> "$GITHUB_STEP_SUMMARY"',
        ]);
    });

    it("name scripts that package.json has", () => {
        assert.ok(calls.length > 15, `only ${calls.length} calls were found`);
        assert.deepEqual(
            calls.filter(({ script }) => !(script in scripts)).map(({ id, line }) => `${id}: ${line}`),
            [],
        );
    });

    it("give only options that the help of the command names", () => {
        const unknown = calls.flatMap(({ id, script, options }) =>
            options.filter((option) => !helpOf(script).includes(option)).map((option) => `${id}: ${script} ${option}`),
        );
        assert.deepEqual(unknown, []);
    });

    it("try each area of the mutations each night", () => {
        const { matrix } = workflow("nightly").jobs.mutation?.strategy ?? {};
        assert.deepEqual(matrix?.area, Object.keys(AREAS));
    });

    it("prove conservation each night, with twenty seeds that no night has seen", () => {
        const [proof] = calls.filter(({ id, line }) => id === "nightly/conservation" && line.includes(" proof "));
        assert.match(proof?.line ?? "", /-- conservation --seed random --seeds 20 /);
    });

    it("show each other proof each night", () => {
        const { matrix } = workflow("nightly").jobs.proofs?.strategy ?? {};
        const { conservation: _, ...others } = proofs;
        assert.deepEqual(matrix?.proof, Object.keys(others));
    });

    it("leave reports where the step after takes them", () => {
        for (const { id, step } of steps) {
            if (!step.uses?.startsWith("actions/upload-artifact@")) continue;
            const folder = String(step.with?.path);
            const made = steps.some((one) => one.id === id && one.step.run?.includes(` ${folder}`));
            assert.ok(made || folder === ".platform/coverage", `${id}: nothing there writes ${folder}`);
        }
    });
});
