import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeOnce } from "../../../operations/guard/judge-once.ts";
import { paths } from "../../../tools/paths.mjs";

describe("the figures of resources in README.md", () => {
    const cache = mkdtempSync(join(tmpdir(), "figures-"));
    after(() => rmSync(cache, { recursive: true, force: true }));

    it("are those of the stack local, by where they are", async () => {
        const { report } = await judgeOnce({ root: paths.root, cache, stack: "local", program: "platform" });
        const kinds = report.resources.map(({ type }) => type.split(":")[0]);
        const count = (...names: string[]) => kinds.filter((kind = "") => names.includes(kind)).length;
        const said = readFileSync(join(paths.root, "README.md"), "utf8");
        const clouds = count("aws", "azure-native", "azuread");
        assert.ok(
            said.includes(
                `Of the ${kinds.length} resources ${clouds} are in the clouds, ${count("compliance", "awsx")} are components ` +
                    `and ${count("pulumi")} are the providers`,
            ),
            `${kinds.length} ${clouds} ${count("compliance", "awsx")} ${count("pulumi")}`,
        );
        assert.ok(said.includes(`guardrails over ${kinds.length} resources`));
        assert.ok(said.includes(`Creating the platform in the local cloud  ${kinds.length} resources`));
    });
});
