import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { Known } from "../../local/in-process/resources.ts";
import type { Shape } from "../../local/providers/models/shape.ts";
import { shapeOf } from "../../local/providers/models/tables.ts";
import { plainProperties } from "../../local/providers/values/plain.ts";
import { isObject, type Value } from "../../local/store/value.ts";
import { judgeOnce } from "../../operations/guard/judge-once.ts";
import { root } from "../../tools/paths.mjs";

interface NotInTheModels {
    readonly provider: Readonly<Record<string, string>>;
    readonly address: readonly string[];
    readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const LISTED: NotInTheModels = parse(readFileSync(join(root, "local/model-tables/not-in-the-models.yaml"), "utf8"));

describe("what the program sends, against the clouds' own models", () => {
    const cache = mkdtempSync(join(tmpdir(), "models-"));
    /** Type and path of each property that the program sets and no model has. */
    const silent = new Set<string>();
    const types = new Set<string>();
    let properties = 0;

    before(async () => {
        for (const [stack, program] of [
            ["prod", "platform"],
            ["dev", "platform"],
            ["prod", "bootstrap"],
        ] as const) {
            const { report, judgement } = await judgeOnce({ root, cache, stack, program, withDetails: true });
            assert.deepEqual(report.errors, []);
            for (const known of judgement?.details?.known ?? []) note(known);
        }
    });
    after(() => rmSync(cache, { recursive: true, force: true }));

    const note = ({ type, inputs }: Known): void => {
        if (!/^(aws|azure-native|azuread):/.test(type)) return;
        types.add(type);
        const shape = shapeOf(type);
        if (shape) walk(shape, plainProperties(inputs), (path) => silent.add(`${type} ${path.join(".")}`));
    };

    const walk = (shape: Shape, value: Value, tell: (path: string[]) => void, path: string[] = []): void => {
        const here =
            shape.kind === "variants" && isObject(value) ? shape.variants?.[String(value[shape.by ?? ""])] : shape;
        if (here === undefined || value === null) return;
        if (here.silent && here.kind !== "object") tell(path);
        if (Array.isArray(value)) for (const item of value) if (here.items) walk(here.items, item, tell, path);
        if (!isObject(value) || here.kind !== "object") {
            properties += 1;
            return;
        }
        for (const [name, item] of Object.entries(value)) {
            const inside = here.properties?.[name];
            if (inside && !name.startsWith("__")) walk(inside, item, tell, [...path, name]);
        }
    };

    it("is of types that the models know", () => {
        const unknown = [...types].filter((type) => shapeOf(type) === undefined);
        assert.deepEqual(unknown, []);
        assert.ok(types.size > 90, `${types.size} types`);
        assert.ok(properties > 5000, `${properties} properties`);
    });

    it("is in them, property by property, or listed with who checks it instead", () => {
        const unlisted = [...silent].filter((one) => !reasonFor(one));
        assert.deepEqual(unlisted.sort(), []);
    });

    it("is listed nowhere without need", () => {
        const seen = [...silent];
        const byType = Object.entries(LISTED.types).flatMap(([type, paths]) =>
            Object.keys(paths).map((path) => `${type} ${path}`),
        );
        const idle = [
            ...byType.filter((one) => !silent.has(one)),
            ...Object.keys(LISTED.provider).filter(
                (name) => !seen.some((one) => one.startsWith("aws:") && endsIn(one, name)),
            ),
            ...LISTED.address.filter((name) => !seen.some((one) => one.startsWith("azure") && endsIn(one, name))),
        ];
        assert.deepEqual(idle, []);
    });

    it("that the models do not know for its variant is refused, and not passed", () => {
        const kept = readFileSync(join(root, "local/model-tables/azure-types.yaml"), "utf8");
        assert.match(kept, /^variants:/m);
        const activities = shapeOf("azure-native:datafactory:Pipeline")?.properties?.activities?.items;
        assert.ok(activities?.others?.includes("HDInsightSpark"), "the table keeps what others there are");
    });
});

function reasonFor(one: string): string | undefined {
    const [type = "", path = ""] = one.split(" ");
    const name = path.split(".").at(-1) ?? "";
    if (type.startsWith("azure") && LISTED.address.includes(path)) return "in the address";
    return LISTED.types[type]?.[path] ?? (type.startsWith("aws:") ? LISTED.provider[name] : undefined);
}

function endsIn(one: string, name: string): boolean {
    return one.split(/[ .]/).at(-1) === name;
}
