import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { paths } from "../../tools/paths.mjs";

/** Which top folder may import which other one. What is not listed here stands alone. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    analytics: [],
    contract: [],
    infra: [
        "analytics/dashboard",
        "model/artefact/starter.ts",
        "model/drift.ts",
        "model/hyperparameters.ts",
        "stacks",
        "tools/pulumi-sdk/program.cjs",
    ],
    functions: [
        "contract",
        "model/artefact",
        "model/explain",
        "model/judgement",
        ...["account-features", "drift", "euros", "features", "hyperparameters", "limits"].map(
            (name) => `model/${name}.ts`,
        ),
    ],
    model: ["contract", "functions/score", "operations/cli", "samples/generator", "tools"],
    policies: [],
    stacks: [],
    local: ["tools/paths.mjs", "tools/wire"],
    samples: [
        "contract",
        "functions/score/whole-history.ts",
        "functions/unpack",
        "model/artefact/starter.ts",
        "stacks",
    ],
    operations: [
        "functions/adapters",
        "contract",
        "functions/park",
        "functions/unpack/card-network/csv-records.ts",
        "infra",
        "local",
        "policies",
        "stacks",
        "tools",
    ],
    tools: [],
};

interface Import {
    from: string;
    to: string;
}

function sourceFiles(folder: string): string[] {
    return readdirSync(path.join(paths.root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(ts|mjs)$/.test(file))
        .map((file) => path.join(folder, file));
}

/** Imports that leave the top folder they are written in. */
function importsOutOf(folder: string): Import[] {
    return sourceFiles(folder).flatMap((from) => {
        const text = readFileSync(path.join(paths.root, from), "utf8");
        const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map(
            (match) => match[1] ?? "",
        );
        return specifiers
            .map((specifier) => ({ from, to: path.join(path.dirname(from), specifier) }))
            .filter(({ to }) => !to.startsWith(`${folder}/`));
    });
}

describe("imports between the folders", () => {
    for (const [folder, allowed] of Object.entries(ALLOWED)) {
        const names = allowed.length > 0 ? allowed.join(", ") : "no other folder";
        it(`${folder} imports ${names}`, () => {
            const refused = importsOutOf(folder).filter(({ to }) => !allowed.some((prefix) => to.startsWith(prefix)));
            assert.deepEqual(refused, []);
        });
    }

    it("finds the imports that exist", () => {
        const found = importsOutOf("operations").map(({ to }) => to.split("/")[0]);
        assert.ok(found.includes("tools") && found.includes("local"), `found only ${[...new Set(found)].join(", ")}`);
    });
});
