import assert from "node:assert/strict";
import { DEFAULTS } from "../../../local/providers/check-inputs.ts";
import { differences } from "../../../local/providers/difference.ts";
import { ARCHIVE, SIGNATURE, secret, UNKNOWN } from "../../../local/store/signatures.ts";
import type { Properties } from "../../../local/store/value.ts";

describe("differences", () => {
    const archive = (path: string, hash: string) => ({ code: { [SIGNATURE]: ARCHIVE, path, hash } });
    const none: { title: string; olds: Properties; news: Properties }[] = [
        { title: "the same", olds: { a: [1, { b: null }] }, news: { a: [1, { b: null }] } },
        { title: "a policy in another layout", olds: { p: '{"a":1,"b":[2]}' }, news: { p: '{ "b": [2], "a": 1 }' } },
        { title: "an archive of the same content elsewhere", olds: archive("/a", "1"), news: archive("/b", "1") },
        { title: "a value that became a secret", olds: { a: "x" }, news: { a: secret("x") } },
        { title: "another list of what was filled in", olds: { [DEFAULTS]: ["a"] }, news: { [DEFAULTS]: [] } },
    ];
    for (const { title, olds, news } of none) {
        it(`sees none in ${title}`, () => assert.deepEqual(differences(olds, news, []), []));
    }

    it("names each place with what happened there", () => {
        const olds = { tags: { a: "1", "b.c": "2" }, rules: [{ days: 1 }, { days: 2 }], gone: true };
        const news = { tags: { a: "9", "b.c": "2", d: "3" }, rules: [{ days: 5 }], came: true };
        assert.deepEqual(
            differences(olds, news, []).map(({ path, kind }) => `${kind} ${path}`),
            ["update tags.a", "add tags.d", "update rules[0].days", "delete rules[1]", "delete gone", "add came"],
        );
    });

    it("sees an archive whose content changed, an unknown value and a text that is no JSON any more", () => {
        assert.equal(differences(archive("/a", "1"), archive("/a", "2"), []).length, 1);
        assert.equal(differences({ a: "x" }, { a: UNKNOWN }, []).length, 1);
        assert.equal(differences({ a: "{}" }, { a: "{" }, []).length, 1);
    });

    const forcing = ["name", "index[*].key", "image.uri"];
    const replaced = [
        { title: "a forcing property", olds: { name: "a" }, news: { name: "b" }, replaces: true },
        {
            title: "one inside a list",
            olds: { index: [{ key: "a" }] },
            news: { index: [{ key: "b" }] },
            replaces: true,
        },
        { title: "an object that takes one with it", olds: { image: { uri: "a" } }, news: {}, replaces: true },
        {
            title: "a neighbour of one",
            olds: { index: [{ size: 1 }] },
            news: { index: [{ size: 2 }] },
            replaces: false,
        },
        { title: "a property whose name begins alike", olds: { nameless: 1 }, news: { nameless: 2 }, replaces: false },
    ];
    for (const { title, olds, news, replaces } of replaced) {
        it(`${replaces ? "replaces for" : "does not replace for"} ${title}`, () => {
            const found = differences(olds as Properties, news as Properties, forcing);
            assert.deepEqual(
                found.map((change) => change.replaces),
                [replaces],
            );
        });
    }
});
