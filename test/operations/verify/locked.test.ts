import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import type { Context } from "../../../operations/verify/step.ts";
import { locked } from "../../../operations/verify/steps/locked.ts";
import { SOURCE } from "../../../operations/verify/synthetic.ts";

const TOMORROW = new Date(Date.now() + 86_400_000);

interface Bucket {
    sources?: string[];
    lockedUntil?: Date | "none";
    /** What deleting answers; none: it is done. */
    refusal?: Error;
}

/** The step on a bucket that holds one record, and whether it tried to delete that. */
async function tried({ sources = [SOURCE], lockedUntil = TOMORROW, refusal }: Bucket) {
    let deleted = false;
    const lines = sources.map((source) => `${JSON.stringify({ source })}\n`).join("");
    const send = async (command: unknown) => {
        if (command instanceof DeleteObjectCommand) {
            deleted = true;
            if (refusal) throw refusal;
            return {};
        }
        const Body = { transformToByteArray: async () => gzipSync(lines) };
        const lock = lockedUntil === "none" ? {} : { ObjectLockRetainUntilDate: lockedUntil };
        return { Body, VersionId: "v1", ...lock };
    };
    const context = {
        cloud: { of: () => ({ send }) },
        outputs: { recordsBucket: "records" },
        synthetic: {
            harmless: { id: "one" },
            sendOnce: async () => undefined,
            scored: async () => ({ recordKey: "key" }),
        },
        until: (ask: () => Promise<unknown>) => ask(),
    } as unknown as Context;
    const verdict = await locked.run(context);
    return { verdict, deleted };
}

const denied = (message: string) => Object.assign(new Error(message), { name: "AccessDenied" });

describe("the step that tries to delete a record", () => {
    it("holds when the lock refuses, in the words of S3", async () => {
        const refusal = denied("Access Denied because object protected by object lock.");
        assert.equal((await tried({ refusal })).verdict.state, "held");
    });

    it("cannot tell when it was not the lock that refused", async () => {
        const refusal = denied(
            "User: arn:aws:iam::111111111111:role/reader is not authorized to perform: s3:DeleteObjectVersion",
        );
        const { verdict } = await tried({ refusal });
        assert.equal(verdict.state, "unknown");
        assert.match(JSON.stringify(verdict), /use a role that may delete versions/);
    });

    it("fails when the record is gone", async () => {
        const { verdict } = await tried({});
        assert.match(JSON.stringify(verdict), /could be deleted/);
        assert.equal(verdict.state, "failed");
    });

    it("never tries a record without a lock in force", async () => {
        for (const lockedUntil of ["none", new Date(0)] as const) {
            const { verdict, deleted } = await tried({ lockedUntil });
            assert.deepEqual([verdict.state, deleted], ["failed", false]);
        }
    });

    it("never tries a record that holds a transaction of others", async () => {
        const { verdict, deleted } = await tried({ sources: [SOURCE, "card-switch"] });
        assert.deepEqual([verdict.state, deleted], ["unknown", false]);
    });
});
