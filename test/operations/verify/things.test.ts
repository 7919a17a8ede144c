import assert from "node:assert/strict";
import { ofType, thingsIn } from "../../../operations/verify/things.ts";

const URN = "urn:pulumi:prod::compliance-platform::compliance:a:B$aws:sqs/queue:Queue::bulk";

describe("what a state says is there", () => {
    it("is each resource by type, name and what the cloud calls it, and no component", () => {
        const resources = [
            { urn: URN, type: "aws:sqs/queue:Queue", id: "https://sqs/bulk" },
            { urn: "urn:pulumi:prod::compliance-platform::compliance:a:B::b", type: "compliance:a:B" },
        ];
        const things = thingsIn(JSON.stringify({ version: 3, deployment: { resources } }));
        assert.deepEqual(things, [{ type: "aws:sqs/queue:Queue", name: "bulk", id: "https://sqs/bulk" }]);
        assert.deepEqual(ofType(things, "aws:sqs/queue:Queue"), things);
        assert.deepEqual(ofType(things, "aws:sns/topic:Topic"), []);
    });
});
