import assert from "node:assert/strict";
import { lookUp } from "../../../local/store/lookup.ts";

const prefix = "urn:pulumi:dev::platform";
const bulk = { urn: `${prefix}::compliance:ingest:WorkQueue$aws:sqs/queue:Queue::bulk` };
const table = { urn: `${prefix}::aws:dynamodb/table:Table::ledger` };
const bucket = { urn: `${prefix}::aws:s3/bucket:Bucket::landing` };
const policy = { urn: `${prefix}::aws:s3/bucketPolicy:BucketPolicy::landing` };
const held = [bulk, table, bucket, policy];

describe("looking a resource up", () => {
    const cases = [
        { by: "its URN", wanted: bulk.urn, found: bulk },
        { by: "a name that only it has", wanted: "ledger", found: table },
        { by: "short type and name", wanted: "BucketPolicy::landing", found: policy },
        { by: "whole type and name", wanted: "aws:s3/bucket:Bucket::landing", found: bucket },
    ];
    for (const { by, wanted, found } of cases) {
        it(`finds it by ${by}`, () => assert.equal(lookUp(held, wanted), found));
    }

    it("lists all that a name could mean", () => {
        assert.throws(() => lookUp(held, "landing"), {
            message: `landing could be any of these; give one of them whole:\n  ${bucket.urn}\n  ${policy.urn}`,
        });
    });

    it("suggests the nearest names", () => {
        assert.throws(
            () => lookUp(held, "Queue::blk"),
            new RegExp(`no resource Queue::blk; near it:\\n  ${literally(bulk.urn)}`),
        );
        assert.throws(() => lookUp([], "bulk"), /no resource bulk: the store is empty/);
    });
});

function literally(text: string): string {
    return text.replace(/[$./]/g, "\\$&");
}
