import assert from "node:assert/strict";
import { lifecycleRules } from "../../../infra/storage/lifecycle-rules.ts";

const removeUnfinishedUploads = (days: number) => ({
    id: "remove-unfinished-uploads",
    status: "Enabled",
    filter: {},
    abortIncompleteMultipartUpload: { daysAfterInitiation: days },
});

describe("lifecycleRules", () => {
    it("keep what never expires, and its older versions for the given days", () => {
        assert.deepEqual(lifecycleRules(undefined, 400), [
            removeUnfinishedUploads(7),
            {
                id: "remove-versions-after-400-days",
                status: "Enabled",
                filter: {},
                noncurrentVersionExpiration: { noncurrentDays: 400 },
            },
        ]);
    });

    it("let an object expire after the given days, for good one day later", () => {
        assert.deepEqual(lifecycleRules(3), [
            removeUnfinishedUploads(3),
            {
                id: "expire-after-3-days",
                status: "Enabled",
                filter: {},
                expiration: { days: 3 },
                noncurrentVersionExpiration: { noncurrentDays: 1 },
            },
            {
                id: "remove-empty-delete-markers",
                status: "Enabled",
                filter: {},
                expiration: { expiredObjectDeleteMarker: true },
            },
        ]);
    });

    it("let only what lies below a prefix expire, and older versions of everything", () => {
        const [, expire, replaced] = lifecycleRules(3, undefined, ["generations/"]);
        assert.deepEqual(expire?.filter, { prefix: "generations/" });
        assert.deepEqual(replaced, {
            id: "remove-replaced-versions",
            status: "Enabled",
            filter: {},
            noncurrentVersionExpiration: { noncurrentDays: 1 },
        });
    });

    it("let what lies below each of several prefixes expire, in a rule each", () => {
        const rules = lifecycleRules(3, undefined, ["training/", "captured/"]);
        const expiring = rules.filter(({ id }) => id.startsWith("expire-"));
        assert.deepEqual(
            expiring.map(({ id, filter }) => [id, filter]),
            [
                ["expire-after-3-days", { prefix: "training/" }],
                ["expire-captured-after-3-days", { prefix: "captured/" }],
            ],
        );
        assert.equal(rules.length, 5);
    });

    it("remove unfinished uploads after a week at the latest", () => {
        assert.deepEqual(lifecycleRules(365)[0], removeUnfinishedUploads(7));
    });

    it("let nothing expire but unfinished uploads when no days are given", () => {
        assert.deepEqual(lifecycleRules(), [removeUnfinishedUploads(7)]);
    });
});
