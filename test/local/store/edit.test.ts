import assert from "node:assert/strict";
import { edited } from "../../../local/store/edit.ts";
import { isSecret, secret } from "../../../local/store/signatures.ts";
import type { StoredResource } from "../../../local/store/store.ts";
import type { Properties } from "../../../local/store/value.ts";

function resource(inputs: Properties, outputs: Properties): StoredResource {
    const type = "aws:sqs/queue:Queue";
    const urn = `urn:pulumi:dev::platform::${type}::bulk`;
    return { urn, type, name: "bulk", id: "bulk", inputs, outputs, createdAt: "", seed: urn, generation: 0 };
}

describe("an edit of the store", () => {
    it("changes a property in outputs and inputs, and nothing in the resource it was given", () => {
        const before = resource({ delaySeconds: 0 }, { delaySeconds: 0, arn: "a" });
        const { inputs, outputs } = edited(before, "delaySeconds", 5);
        assert.deepEqual({ inputs, outputs }, { inputs: { delaySeconds: 5 }, outputs: { delaySeconds: 5, arn: "a" } });
        assert.deepEqual(before.inputs, { delaySeconds: 0 });
    });

    it("changes one tag, in tagsAll too", () => {
        const before = resource({ tags: { a: "1" } }, { tags: { a: "1" }, tagsAll: { a: "1", team: "x" } });
        const { inputs, outputs } = edited(before, "tags.a", "2");
        assert.deepEqual(inputs, { tags: { a: "2" } });
        assert.deepEqual(outputs, { tags: { a: "2" }, tagsAll: { a: "2", team: "x" } });
    });

    it("removes a property with null, and an item of a list", () => {
        const both = { rules: [{ id: "one" }, { id: "two" }], policy: "{}" };
        assert.deepEqual(edited(resource(both, both), "policy", null).inputs, { rules: both.rules });
        assert.deepEqual(edited(resource(both, both), "rules[0]", null).inputs.rules, [{ id: "two" }]);
    });

    it("adds an item at the end of a list, but leaves no gap", () => {
        const both = { layers: ["one"] };
        assert.deepEqual(edited(resource(both, both), "layers[1]", "two").inputs, { layers: ["one", "two"] });
        assert.throws(() => edited(resource(both, both), "layers[3]", "x"), /layers has 1 items: the next is \[1\]/);
    });

    it("brings what the cloud had filled in into the inputs, where a refresh sees it", () => {
        const { inputs } = edited(resource({}, { tracing: { mode: "PassThrough" } }), "tracing.mode", "Active");
        assert.deepEqual(inputs, { tracing: { mode: "Active" } });
    });

    it("keeps a secret one", () => {
        const both = { password: secret("old") };
        const { inputs, outputs } = edited(resource(both, both), "password", "new");
        assert.ok(isSecret(inputs.password) && isSecret(outputs.password));
    });

    it("names the properties there are when the path begins with none of them", () => {
        const held = resource({}, { delaySeconds: 0, arn: "a" });
        assert.throws(() => edited(held, "delay.x", 1), /bulk has no property delay; it has arn, delaySeconds/);
        assert.throws(() => edited(held, "arn.x.y", 1), /there is nothing at arn\.x that could have y/);
        assert.throws(() => edited(held, "a[*]", 1), /does not name one property/);
    });
});
