import assert from "node:assert/strict";
import { NoSuchKey, type S3Client } from "@aws-sdk/client-s3";
import { CardNumberError } from "../../../functions/adapters/card-guard.ts";
import { S3Reports } from "../../../functions/report/s3-reports.ts";

const refused = (name: string) => Object.assign(new Error("refused"), { name });

function reports(...replies: (object | Error)[]) {
    const inputs: Record<string, unknown>[] = [];
    const client = {
        async send({ input }: { input: Record<string, unknown> }) {
            inputs.push(input);
            const reply = replies.shift();
            if (reply instanceof Error) throw reply;
            return reply ?? {};
        },
    } as unknown as Pick<S3Client, "send">;
    return { store: new S3Reports(client, "reports"), inputs };
}

describe("the bucket of reports", () => {
    it("takes an object only where none of its name is", async () => {
        const { store, inputs } = reports({});
        assert.equal(await store.create("k", "text", "text/csv"), true);
        const put = { Bucket: "reports", Key: "k", Body: "text", ContentType: "text/csv", IfNoneMatch: "*" };
        assert.deepEqual(inputs, [put]);
        assert.equal(await reports(refused("PreconditionFailed")).store.create("k", "text", "text/csv"), false);
    });

    it("takes no card number in clear, neither in a name nor in a manifest", async () => {
        const { store, inputs } = reports({}, {});
        await assert.rejects(store.create("r/4539578763621486.csv", "text", "text/csv"), CardNumberError);
        await assert.rejects(store.create("k", '{"of":"4539578763621486"}', "application/json"), CardNumberError);
        assert.deepEqual(inputs, []);
    });

    it("asks again while another write of the name is under way, and does not take its word", async () => {
        const conflict = refused("ConditionalRequestConflict");
        assert.equal(await reports(conflict, {}).store.create("k", "", "text/csv"), true);
        const { store, inputs } = reports(conflict, conflict, conflict);
        await assert.rejects(store.create("k", "", "text/csv"), conflict);
        assert.equal(inputs.length, 3);
    });

    it("tells nothing there from not allowed", async () => {
        const missing = new NoSuchKey({ message: "none", $metadata: {} });
        assert.equal(await reports(missing).store.read("k"), undefined);
        await assert.rejects(reports(refused("AccessDenied")).store.read("k"), { name: "AccessDenied" });
        await assert.rejects(reports(refused("AccessDenied")).store.create("k", "", "text/csv"), {
            name: "AccessDenied",
        });
        assert.equal(await reports({ Body: { transformToString: async () => "text" } }).store.read("k"), "text");
        assert.equal(await reports({}).store.read("k"), "");
    });
});
