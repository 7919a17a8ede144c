import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { paths } from "../../tools/paths.mjs";

/** Which top folder may import which other one. What is not listed here stands alone. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    analytics: [],
    console: [],
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
        "model/rules",
        ...[
            "account-features",
            "account-histories",
            "drift",
            "euros",
            "feature-values",
            "features",
            "hyperparameters",
            "limits",
        ].map((name) => `model/${name}.ts`),
    ],
    model: ["contract", "operations/cli", "tools"],
    policies: ["stacks/trusted-by.ts"],
    stacks: [],
    local: ["tools/paths.mjs", "tools/wire"],
    samples: [
        "contract",
        "functions/score/supplementary",
        "functions/score/whole-history.ts",
        "functions/unpack",
        "model/artefact/starter.ts",
        "model/training",
        "operations/cli",
        "stacks",
        "tools/paths.mjs",
    ],
    operations: [
        "console/dashboard-state.ts",
        "console/state.ts",
        "functions/adapters",
        "contract",
        "functions/load",
        "functions/migrate/group-members.ts",
        "functions/park",
        "functions/score",
        "functions/screen",
        "functions/unpack",
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
        .filter((file) => /\.(tsx?|mjs)$/.test(file))
        .map((file) => path.join(folder, file));
}

/** What a file imports of the repository, types in comments included. */
function importsOf(from: string): string[] {
    const text = readFileSync(path.join(paths.root, from), "utf8");
    return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map(([, to = ""]) =>
        path.join(path.dirname(from), to),
    );
}

/** Files that import each other, through however many others: the first circle that is met from each file. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, way: readonly string[]): void => {
        const before = way.indexOf(file);
        if (before >= 0) circles.push([...way.slice(before), file].join(" > "));
        if (before >= 0 || done.has(file)) return;
        for (const to of imports.get(file) ?? []) walk(to, [...way, file]);
        done.add(file);
    };
    for (const file of imports.keys()) walk(file, []);
    return circles;
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

    it("go one way between any two of them", () => {
        const pairs = Object.keys(ALLOWED).flatMap((folder) =>
            importsOutOf(folder).map(({ to }) => [folder, to.split("/")[0]].join(" > ")),
        );
        const all = new Set(pairs);
        const both = [...all].filter((pair) => all.has(pair.split(" > ").reverse().join(" > ")));
        assert.deepEqual(both, []);
    });

    it("go in no circle, anywhere in the repository", () => {
        const folders = [...Object.keys(ALLOWED), "bench", "test"];
        const files = folders.flatMap(sourceFiles);
        assert.ok(files.length > 1000, `only ${files.length} files`);
        assert.deepEqual(circlesIn(new Map(files.map((file) => [file, importsOf(file)]))), []);
    });

    it("are known to go in a circle when they do", () => {
        const imports = { a: ["b", "d"], b: ["c"], c: ["a"], d: [] };
        assert.deepEqual(circlesIn(new Map(Object.entries(imports))), ["a > b > c > a"]);
    });

    it("finds the imports that exist", () => {
        const found = importsOutOf("operations").map(({ to }) => to.split("/")[0]);
        assert.ok(found.includes("tools") && found.includes("local"), `found only ${[...new Set(found)].join(", ")}`);
    });
});
