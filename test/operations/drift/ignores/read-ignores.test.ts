import assert from "node:assert/strict";
import { join } from "node:path";
import { stringify } from "yaml";
import { readIgnores } from "../../../../operations/drift/ignores/read-ignores.ts";
import { loadIgnores } from "../../../../operations/drift/ignores/register.ts";
import { paths } from "../../../../tools/paths.mjs";

const TODAY = "2026-03-01";
const whole = {
    id: "IG-1",
    resource: "urn:pulumi:prod::*::bulk",
    path: "tags.reviewed",
    reason: "the review of March",
    owner: "ada@example.com",
    since: "2026-02-01",
    expires: "2026-06-30",
};

describe("the ignore file", () => {
    it("of the repository is in order", () => {
        const file = join(paths.root, "operations", "drift", "ignores.yaml");
        assert.deepEqual(loadIgnores(file).faults, []);
    });

    it("that is not there is a fault, so that deleting it goes not unseen", () => {
        assert.deepEqual(loadIgnores(join(paths.root, "no-such.yaml")).faults, [
            { id: "file", what: "cannot be read" },
        ]);
    });

    it("takes an entry with all it needs, on its last day too", () => {
        assert.deepEqual(readIgnores(stringify([{ ...whole, expires: TODAY }]), TODAY).faults, []);
        assert.equal(readIgnores(stringify([whole]), TODAY).ignores.length, 1);
    });

    for (const [what, entry] of [
        ["lacks owner", { ...whole, owner: undefined }],
        ["lacks reason", { ...whole, reason: "" }],
        ["lacks expires", { ...whole, expires: undefined }],
        ["has an unknown field until", { ...whole, until: "2026-01-01" }],
        ["must name its owner", { ...whole, owner: " * " }],
        ["must name its resource, not all by *", { ...whole, resource: "*" }],
        ["must name its resource, not all by *", { ...whole, resource: "urn:pulumi:prod::**::*" }],
        ["must name the property it accepts, not all by *", { ...whole, path: "*" }],
        ["names the kind gone; there are modified, deleted,", { ...whole, path: "(gone)" }],
        ["since must be a day such as 2026-01-31, got soon", { ...whole, since: "soon" }],
        ["expires must be a day such as 2026-01-31, got 2026-02-30", { ...whole, expires: "2026-02-30" }],
        ["since 2026-03-02 lies in the future", { ...whole, since: "2026-03-02" }],
        ["ends after 181 days, at most 180 are allowed", { ...whole, since: "2026-01-01", expires: "2026-07-01" }],
        ["ended on 2026-02-28", { ...whole, expires: "2026-02-28" }],
    ] as const) {
        it(`takes none that ${what}`, () => {
            const { ignores, faults } = readIgnores(stringify([entry]), TODAY);
            assert.deepEqual(ignores, []);
            assert.ok(faults[0]?.what.startsWith(what), faults[0]?.what);
        });
    }

    it("takes no second entry of an id, no text that is not YAML and nothing but a list", () => {
        assert.match(readIgnores(stringify([whole, whole]), TODAY).faults[0]?.what ?? "", /same id/);
        assert.match(readIgnores("[", TODAY).faults[0]?.what ?? "", /is not YAML/);
        assert.match(readIgnores("a: 1", TODAY).faults[0]?.what ?? "", /is not a list/);
    });
});
