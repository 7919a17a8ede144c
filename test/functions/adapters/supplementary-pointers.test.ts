import assert from "node:assert/strict";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { toItem } from "../../../functions/adapters/attribute-values.ts";
import { DynamoPointers } from "../../../functions/adapters/supplementary-pointers.ts";

const whole = {
    run: "00000000-0000-4000-8000-000000000001",
    rows: 3,
    manifestSha256: "ab".repeat(32),
    completedAt: "2026-03-05T08:00:00.000Z",
};

function pointers(...answers: unknown[]) {
    const asked: Record<string, unknown>[] = [];
    const send = async (command: { readonly input: object }) => {
        asked.push(command.input as Record<string, unknown>);
        const answer = answers.shift() ?? {};
        if (answer instanceof Error) throw answer;
        return answer as never;
    };
    return { asked, table: new DynamoPointers({ send }, "runs") };
}

describe("DynamoPointers", () => {
    it("points at a set unless one of a later run, or this very one, counts already", async () => {
        const { asked, table } = pointers();
        await table.point("sanctions-list", whole);
        assert.deepEqual(asked[0]?.Key, { run: { S: "current" }, part: { S: "sanctions-list" } });
        assert.equal(asked[0]?.ConditionExpression, "attribute_not_exists(#current) OR #current.completedAt < :at");
        assert.equal(asked[0]?.UpdateExpression, "SET #former = if_not_exists(#current, :whole), #current = :whole");
    });

    it("takes a later one that counts for no fault, and any other answer for one", async () => {
        const later = new ConditionalCheckFailedException({ $metadata: {}, message: "" });
        await pointers(later).table.point("sanctions-list", whole);
        await assert.rejects(pointers(new Error("throttled")).table.point("sanctions-list", whole), /throttled/);
    });

    it("finds all by one query, without sets of another version of the platform", async () => {
        const item = (part: string) => toItem({ run: "current", part, current: whole });
        const { asked, table } = pointers({ Items: [item("sanctions-list"), item("a-set-to-come")] });
        assert.deepEqual(await table.read(), new Map([["sanctions-list", { current: whole }]]));
        assert.equal(asked.length, 1);
        assert.deepEqual(asked[0]?.ExpressionAttributeValues, { ":pointers": { S: "current" } });
    });

    it("refuses a pointer that is none", async () => {
        const item = toItem({ run: "current", part: "sanctions-list", current: { ...whole, run: "../../other" } });
        await assert.rejects(pointers({ Items: [item] }).table.read());
    });
});
