import assert from "node:assert/strict";
import { Graph, type Link } from "../../../policies/core/graph.ts";
import { Resource } from "../../../policies/core/resource.ts";
import { graphOf } from "../../../policies/core/run-rule.ts";
import { UnknownValue } from "../../../policies/core/value.ts";
import { type Given, record, unknown } from "../../support/run-rule.ts";

const LINK: Link = { type: "a:a:Setting", property: "of" };
const TARGET = { type: "a:a:Thing", name: "it", props: { arn: "arn:it" } };

function names(...given: Given[]): string[] {
    const graph = graphOf([TARGET, ...given].map((one, _, all) => record(one, all)));
    const [target] = graph.ofType(TARGET.type);
    assert.ok(target);
    return graph.referrers(target, LINK).map(({ name }) => name);
}

describe("Graph", () => {
    const setting = (name: string, of: unknown, madeFrom = {}) => ({ type: LINK.type, name, props: { of }, madeFrom });

    it("finds who names a resource by value, in a list too", () => {
        assert.deepEqual(names(setting("one", "arn:it"), setting("two", ["x", "arn:it"]), setting("three", "arn:x")), [
            "one",
            "two",
        ]);
    });

    it("finds who was made from a resource while the value is unknown", () => {
        assert.deepEqual(names(setting("one", unknown, { of: "it" })), ["one"]);
    });

    it("does not know when somebody unknown might name it", () => {
        assert.throws(() => names(setting("one", unknown)), new UnknownValue("of"));
    });

    it("knows when somebody else does, whatever the unknown one names", () => {
        assert.deepEqual(names(setting("one", unknown), setting("two", "arn:it")), ["two"]);
    });

    it("does not take what was made from another resource", () => {
        assert.deepEqual(names(setting("one", unknown, { of: "elsewhere" })), []);
    });

    it("finds what a resource names", () => {
        const graph = graphOf([TARGET, setting("one", "arn:it"), setting("two", "arn:x")].map((one) => record(one)));
        const targets = graph.ofType(LINK.type).map((source) => graph.targets(source, LINK, TARGET.type).length);
        assert.deepEqual(targets, [1, 0]);
    });

    it("finds what a resource was made from, of the type that is asked for", () => {
        const other = { type: "a:a:Other", name: "other", props: {} };
        const sources = [setting("one", unknown, { of: "it" }), setting("two", "arn:x", { of: "other" })];
        const graph = graphOf([TARGET, other, ...sources].map((one, _, all) => record(one, all)));
        const found = graph.ofType(LINK.type).map((source) => graph.targets(source, LINK, TARGET.type));
        assert.deepEqual(
            found.map((targets) => targets.map(({ name }) => name)),
            [["it"], []],
        );
    });

    it("does not look through all resources for each that names one", () => {
        const COUNT = 200;
        let looks = 0;
        const counted = (resource: Resource) =>
            new Proxy(resource, {
                get(target, property, receiver) {
                    looks += 1;
                    return Reflect.get(target, property, receiver);
                },
            });
        const given = Array.from({ length: COUNT }, (_, at): Given[] => [
            { ...TARGET, name: `thing-${at}`, props: { arn: `arn:thing-${at}` } },
            setting(`made-${at}`, unknown, { of: `thing-${at}` }),
            setting(`named-${at}`, `arn:thing-${at}`),
        ]).flat();
        const graph = new Graph(given.map((one) => counted(new Resource(record(one, given), "stack"))));
        for (const source of graph.ofType(LINK.type)) assert.equal(graph.targets(source, LINK, TARGET.type).length, 1);
        for (const thing of graph.ofType(TARGET.type)) assert.equal(graph.referrers(thing, LINK).length, 2);
        assert.ok(looks < 50 * given.length, `${looks} looks at ${given.length} resources`);
    });
});
