import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { SaxesParser } from "saxes";
import { paths } from "../../../../tools/paths.mjs";

/** Asserts that this is a report as docs/schemas/preview-report.schema.json describes it. */
export function assertReport(json: string): void {
    assertValid(ours(), json);
}

/** Asserts that this is SARIF 2.1.0 by its published schema. */
export function assertSarif(json: string): void {
    assertValid(sarif(), json);
}

/** Asserts that this is well-formed XML; the names of its elements, each with how many there are. */
export function assertXml(text: string): Record<string, number> {
    const counts: Record<string, number> = {};
    const parser = new SaxesParser();
    parser.on("error", (error) => {
        throw error;
    });
    parser.on("opentag", ({ name }) => {
        counts[name] = (counts[name] ?? 0) + 1;
    });
    parser.write(text).close();
    return counts;
}

function assertValid(validate: ValidateFunction, json: string): void {
    assert.ok(validate(JSON.parse(json)), JSON.stringify(validate.errors?.slice(0, 3), null, 2));
}

const ours = once(() =>
    compiled(readFileSync(join(paths.root, "docs", "schemas", "preview-report.schema.json"), "utf8")),
);

const sarif = once(() => {
    const file = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
    // An older draft, which means the same by all that this schema says.
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, "utf8"));
    return compiled(JSON.stringify(schema));
});

function compiled(schema: string): ValidateFunction {
    return new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
        JSON.parse(schema),
    );
}

function once<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
