import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asDay } from "../../../operations/evidence/day.ts";
import type { Evidence } from "../../../operations/evidence/evidence.ts";
import { controls } from "../../../policies/frameworks/index.ts";
import { rules } from "../../../policies/rules/index.ts";
import { paths } from "../../../tools/paths.mjs";
import { runCommand } from "../../e2e/support/run-command.ts";

describe("npm run evidence", () => {
    const folder = mkdtempSync(join(tmpdir(), "evidence-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const made = (name: string) => ["html", "json"].map((end) => readFileSync(join(folder, name, `evidence.${end}`)));

    it("gives the same bytes for the same sources", async () => {
        for (const name of ["one", "two"]) {
            const args = ["operations/evidence.ts", "--stack", "prod", "--out", join(folder, name)];
            const { code, output } = await runCommand(folder, ...args);
            assert.equal(code, 0, output);
        }
        assert.deepEqual(made("one"), made("two"));
    });

    it("holds every control and every guardrail, each with what it judged", () => {
        const evidence: Evidence = JSON.parse(String(made("one")[1]));
        const ids = evidence.frameworks.flatMap((framework) => framework.controls.map(({ id }) => id));
        assert.deepEqual([...ids].sort(), Object.keys(controls).sort());
        assert.deepEqual(
            evidence.rules.map(({ name }) => name),
            rules.map(({ name }) => name).sort(),
        );
        assert.equal(evidence.controlsByState.broken + evidence.controlsByState.undecided, 0);
        const encrypted = evidence.rules.find(({ name }) => name === "sqs-encrypted");
        const types = new Set(encrypted?.judged.map((place) => evidence.resources[place]?.type));
        assert.deepEqual([...types], ["aws:sqs/queue:Queue"]);
    });

    it("can be checked against the files that it was made from", () => {
        const { madeFrom }: Evidence = JSON.parse(String(made("one")[1]));
        const hash = (content: string | Buffer) => createHash("sha256").update(content).digest("hex");
        for (const { path, sha256 } of madeFrom.files) {
            assert.equal(hash(readFileSync(join(paths.root, path))), sha256, path);
        }
        for (const path of ["infra/index.ts", "policies/exceptions.yaml", "package-lock.json", "Pulumi.prod.yaml"]) {
            assert.ok(
                madeFrom.files.some((file) => file.path === path),
                path,
            );
        }
        assert.equal(madeFrom.sha256, hash(madeFrom.files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("")));
    });

    it("refuses a day that is none", () => {
        assert.equal(asDay(undefined, new Date("2026-11-30T23:59:00Z")), "2026-11-30");
        assert.equal(asDay("2026-02-28"), "2026-02-28");
        for (const wrong of ["2026-02-30", "yesterday", "2026-1-1"]) {
            assert.throws(() => asDay(wrong), /--on takes a day such as 2026-01-31/);
        }
    });
});
