import assert from "node:assert/strict";
import { parse } from "yaml";
import { baseline } from "../../../operations/baselines/baseline.ts";
import { difference } from "../../../operations/baselines/difference.ts";
import type { Planned } from "../../../operations/baselines/planned.ts";

const urn = (type: string, name: string) => `urn:pulumi:prod::p::${type}::${name}`;

function planned(type: string, name: string, more: Partial<Planned> = {}): Planned {
    return { urn: urn(type, name), type, name, custom: true, id: "", inputs: {}, generated: {}, outputs: {}, ...more };
}

const tags = { owner: "team", retention: "none" };

/** Two components; the names have the ending that a run makes up. */
function program(ending: string, kms: boolean): Planned[] {
    const outer = planned("x:y:Platform", "platform", { custom: false });
    const inner = planned("x:y:Queues", "queues", { custom: false, parent: outer.urn });
    const arn = `arn:aws:sqs:eu-west-1:1:dead-${ending}`;
    const dead = planned("aws:sqs/queue:Queue", "dead", {
        parent: inner.urn,
        protect: true,
        generated: { name: `dead-${ending}` },
        inputs: { tags: { ...tags, retention: "14-days" } },
        outputs: { arn },
    });
    const work = planned("aws:sqs/queue:Queue", "work", {
        parent: inner.urn,
        inputs: { tags, ...(kms && { kmsMasterKeyId: "alias/x" }), redrivePolicy: `{"deadLetterTargetArn":"${arn}"}` },
    });
    const bucket = planned("aws:s3/bucket:Bucket", "bucket", { parent: outer.urn, inputs: { tags } });
    return [work, bucket, dead, inner, outer];
}

describe("a baseline", () => {
    it("shows each component with its resources, and the tags of all once", () => {
        assert.deepEqual(parse(baseline("prod", program("1234567", true))), {
            resources: 5,
            "tags of all": tags,
            "platform (Platform)": { "aws:s3/bucket:Bucket::bucket": {} },
            "platform / queues (Queues)": {
                "aws:sqs/queue:Queue::dead": { protect: true, "tags.retention": "14-days" },
                "aws:sqs/queue:Queue::work": {
                    kmsMasterKeyId: "alias/x",
                    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how a reference is written
                    "redrivePolicy.deadLetterTargetArn": "${Queue::dead.arn}",
                },
            },
        });
    });

    it("is the same whatever names a run makes up, and in whatever order", () => {
        const [one, other] = [program("1234567", true), program("abcdef0", true).reverse()];
        assert.equal(baseline("prod", one), baseline("prod", other));
    });

    it("tells a difference with the resource it is about", () => {
        const [before, after] = [true, false].map((kms) => baseline("prod", program("1234567", kms)));
        assert.deepEqual(difference(before ?? "", after ?? ""), [
            "- aws:sqs/queue:Queue::work: kmsMasterKeyId: alias/x",
        ]);
    });
});
