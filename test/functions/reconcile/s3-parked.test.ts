import assert from "node:assert/strict";
import type { S3Client } from "@aws-sdk/client-s3";
import { parkedKey } from "../../../functions/park/parked.ts";
import { parkedMessage } from "../../../functions/park/parked-message.ts";
import { S3Parked } from "../../../functions/reconcile/s3-parked.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { transaction } from "../support/transactions.ts";

const NOW = new Date("2026-03-03T00:30:00.000Z");

/** A bucket of these objects that lists two at a time. */
function bucketOf(objects: Record<string, string>) {
    const listed: string[] = [];
    const client = {
        async send({ input }: { input: { Prefix?: string; Key?: string; ContinuationToken?: string } }) {
            const { Prefix, Key, ContinuationToken = "0" } = input;
            if (Prefix === undefined)
                return { Body: { transformToByteArray: async () => Buffer.from(objects[Key ?? ""] ?? "") } };
            listed.push(Prefix);
            const keys = Object.keys(objects).filter((key) => key.startsWith(Prefix));
            const from = Number(ContinuationToken);
            const Contents = keys.slice(from, from + 2).map((Key) => ({ Key }));
            return { Contents, ...(from + 2 < keys.length && { NextContinuationToken: String(from + 2) }) };
        },
    } as unknown as Pick<S3Client, "send">;
    return { parked: new S3Parked(client, "parked", ["incoming-dead", "screened-dead"]), listed };
}

describe("the transactions among parked messages", () => {
    const message = (id: string, queue: string) => {
        const record = sqsRecord({ body: JSON.stringify(transaction({ id })), queue, messageId: `m-${id}` });
        const parked = { ...parkedMessage(record, NOW.toISOString()), firstSentAt: "2026-03-02T10:00:00.000Z" };
        return [parkedKey(parked), JSON.stringify(parked)];
    };

    it("are those whose ids were asked for, in any queue that carries transactions, on any page", async () => {
        const ids = ["a", "b", "c", "d", "e"];
        const objects = Object.fromEntries(
            ids.map((id) => message(id, id === "e" ? "incoming-dead" : "screened-dead")),
        );
        const { parked, listed } = bucketOf(objects);
        assert.deepEqual(
            await parked.which(new Set(["a", "d", "e", "x"]), "2026-03-02", NOW),
            new Set(["e", "a", "d"]),
        );
        const days = ["2026-03-01", "2026-03-02", "2026-03-03"];
        assert.deepEqual(
            [...new Set(listed)],
            ["incoming-dead", "screened-dead"].flatMap((q) => days.map((d) => `${q}/${d}/`)),
        );
    });

    it("are none in what is no parked message, or carries no transaction", async () => {
        const [key = "", text = "{}"] = message("a", "screened-dead");
        const other = { ...JSON.parse(text), body: "no JSON" };
        const odd = {
            [key]: JSON.stringify(other),
            "screened-dead/2026-03-02/x.json": "{",
            "incoming-dead/2026-03-02/y.json": "",
        };
        assert.deepEqual(await bucketOf(odd).parked.which(new Set(["a"]), "2026-03-02", NOW), new Set());
    });

    it("cannot be told when one cannot be read", async () => {
        const client = {
            async send({ input }: { input: { Prefix?: string } }) {
                if (input.Prefix === undefined) throw new Error("not allowed");
                return { Contents: [{ Key: `${input.Prefix}m.json` }, {}] };
            },
        } as unknown as Pick<S3Client, "send">;
        const parked = new S3Parked(client, "parked", ["screened-dead"]);
        await assert.rejects(parked.which(new Set(["a"]), "2026-03-02", NOW), { message: "not allowed" });
    });
});
