import assert from "node:assert/strict";
import type { QuickSightClient } from "@aws-sdk/client-quicksight";
import { QuickSightCopies } from "../../../functions/publish/quicksight-copies.ts";

const AT = new Date("2026-03-02T12:00:00.000Z");
const refused = (name: string) => Object.assign(new Error("refused"), { name });
const ingestion = (IngestionId: string, more: object = {}) => ({
    ...{ Arn: "arn", IngestionId, IngestionStatus: "COMPLETED", CreatedTime: AT },
    ...more,
});

function quickSight(...replies: (object | Error)[]) {
    const inputs: Record<string, unknown>[] = [];
    const waits: number[] = [];
    const client = {
        async send({ input }: { input: Record<string, unknown> }) {
            inputs.push(input);
            const reply = replies.shift();
            if (reply instanceof Error) throw reply;
            return reply ?? {};
        },
    } as unknown as Pick<QuickSightClient, "send">;
    const copies = new QuickSightCopies(client, "123456789012", async (ms) => void waits.push(ms));
    return { copies, inputs, waits };
}

describe("the copies of a data set, as QuickSight tells them", () => {
    it("are those of all pages that began since then, with the type of an error and not its text", async () => {
        const failed = { IngestionStatus: "FAILED", ErrorInfo: { Type: "SQL_EXCEPTION", Message: "value 'x'" } };
        const { copies, inputs } = quickSight(
            { Ingestions: [ingestion("a", failed)], NextToken: "more" },
            { Ingestions: [ingestion("b"), ingestion("c", { CreatedTime: new Date(AT.getTime() - 1) })] },
        );
        assert.deepEqual(await copies.since("days", AT), [
            { id: "a", status: "FAILED", createdAt: AT, errorType: "SQL_EXCEPTION" },
            { id: "b", status: "COMPLETED", createdAt: AT },
        ]);
        const of = { AwsAccountId: "123456789012", DataSetId: "days", MaxResults: 100 };
        assert.deepEqual(inputs, [
            { ...of, NextToken: undefined },
            { ...of, NextToken: "more" },
        ]);
    });

    it("are read for ten pages at most", async () => {
        const endless = Array.from({ length: 20 }, () => ({ NextToken: "more" }));
        const { copies, inputs } = quickSight(...endless);
        assert.deepEqual(await copies.since("days", AT), []);
        assert.equal(inputs.length, 10);
    });

    it("begin as a copy of all of it", async () => {
        const { copies, inputs } = quickSight({});
        assert.equal(await copies.start("days", "one"), true);
        const of = { AwsAccountId: "123456789012", DataSetId: "days" };
        assert.deepEqual(inputs, [{ ...of, IngestionId: "one", IngestionType: "FULL_REFRESH" }]);
    });

    it("begin once, also when the answer was lost: ResourceExistsException", async () => {
        assert.equal(await quickSight(refused("ResourceExistsException")).copies.start("days", "one"), true);
    });

    it("do not begin beside another: ConflictException", async () => {
        assert.equal(await quickSight(refused("ConflictException")).copies.start("days", "one"), false);
    });

    for (const name of ["LimitExceededException", "AccessDeniedException", "ResourceNotFoundException"]) {
        it(`do not begin, and it is not tried again: ${name}`, async () => {
            const { copies, inputs } = quickSight(refused(name));
            await assert.rejects(copies.start("days", "one"), { name });
            assert.equal(inputs.length, 1);
        });
    }

    for (const name of ["ThrottlingException", "ResourceUnavailableException", "InternalFailureException"]) {
        it(`are asked for again after ${name}, three times`, async () => {
            const { copies, waits } = quickSight(refused(name), refused(name), { Ingestion: ingestion("one") });
            assert.equal((await copies.look("days", "one")).id, "one");
            assert.deepEqual(waits, [1_000, 5_000]);
            const all = Array.from({ length: 4 }, () => refused(name));
            const last = quickSight(...all);
            await assert.rejects(last.copies.look("days", "one"), { name });
            assert.equal(last.inputs.length, 4);
        });
    }

    it("are not believed without id, status or time", async () => {
        await assert.rejects(quickSight({}).copies.look("days", "one"), { message: /told nothing of copy one$/ });
        for (const one of [{ IngestionId: undefined }, { IngestionStatus: undefined }, { CreatedTime: undefined }]) {
            const { copies } = quickSight({ Ingestion: ingestion("one", one) });
            await assert.rejects(copies.look("days", "one"), {
                name: "CopiesError",
                message: "QuickSight told of a copy without its id, status or time",
            });
        }
    });
});
