import assert from "node:assert/strict";
import type { ResourceTransformationArgs } from "@pulumi/pulumi";
import { tagged } from "../../infra/tags.ts";

const tags = { environment: "test", owner: "team", costCentre: "cc-1", dataClassification: "internal" };

function transformed(
    props: Record<string, unknown>,
    type = "aws:sqs/queue:Queue",
): Record<string, unknown> | undefined {
    return tagged(tags)({ type, props, opts: {} } as ResourceTransformationArgs)?.props;
}

describe("tagged", () => {
    it("says whose a resource is, what it holds and for how long", () => {
        assert.deepEqual(transformed({ tags: undefined, size: 1 }), {
            size: 1,
            tags: {
                platform: "compliance-platform",
                environment: "test",
                owner: "team",
                "cost-centre": "cc-1",
                "data-classification": "internal",
                retention: "none",
            },
        });
    });

    it("leaves what a component says itself", () => {
        const { tags } = transformed({ tags: { retention: "7-days" } }) as { tags: Record<string, string> };
        assert.equal(tags.retention, "7-days");
        assert.equal(tags.owner, "team");
    });

    it("leaves a resource alone that takes no tags", () => {
        assert.equal(transformed({ size: 1 }), undefined);
    });

    it("leaves Entra alone, where tags are a list of words for its portal", () => {
        assert.equal(transformed({ tags: undefined }, "azuread:index/application:Application"), undefined);
    });
});
