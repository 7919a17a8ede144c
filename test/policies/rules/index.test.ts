import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { rules } from "../../../policies/rules/index.ts";
import { fileOf } from "../../../policies/rules/rooms.ts";

const folder = (path: string) => new URL(path, import.meta.url);
const names = rules.map(({ name }) => name);
const placed = names.map(fileOf);
/** What lies in the folders, as the top of the repository sees it. */
const filesIn = (path: string, end: string) =>
    readdirSync(folder(path), { recursive: true, encoding: "utf8" })
        .filter((file) => file.includes("/") && file.endsWith(end) && !file.endsWith(`index${end}`))
        .map((file) => `policies/rules/${file.slice(0, -end.length)}.ts`)
        .sort();

describe("rules", () => {
    it("are all listed, by name, each in a file of its own, in a folder for what it guards", () => {
        assert.deepEqual([...placed].sort(), filesIn("../../../policies/rules/", ".ts"));
        assert.deepEqual(names, [...new Set(names)].sort());
    });

    it("have a test each, which accepts, rejects and meets unknown values", () => {
        assert.deepEqual(filesIn("./", ".test.ts"), [...placed].sort());
        for (const name of names) {
            const text = readFileSync(folder(`../../${fileOf(name).replace(/ts$/, "test.ts")}`), "utf8");
            assert.match(text, /found: \[\]/, `${name} accepts nothing`);
            assert.match(text, /title: [`"](rejects|judges)/, `${name} rejects nothing`);
            // By it each case runs in the policy SDK's own server too, and meets unknown values there.
            assert.match(text, /^describeRule\(/m, `${name} is tested in another way`);
        }
    });

    it("guard both clouds, and the graph as a whole", () => {
        const azure = names.filter((name) => name.startsWith("azure-"));
        assert.ok(names.length >= 60 && azure.length >= 8, `${names.length} rules, ${azure.length} for Azure`);
        assert.ok(rules.filter(({ scope }) => scope === "stack").length >= 20);
    });

    for (const { name, why, fix, controls } of rules) {
        it(`${name} says in one sentence each why it is and how to fix it`, () => {
            assert.doesNotMatch(`${why}${fix}`, /TODO/, `${fileOf(name)} still says TODO`);
            assert.match(why, /^[A-Z].{20,160}\.$/);
            assert.match(fix, /^[A-Z].{15,260}[^.]$/);
            assert.doesNotMatch(`${why}${fix}`, /\n|Fix: /);
            assert.ok(controls.length > 0);
        });
    }
});
