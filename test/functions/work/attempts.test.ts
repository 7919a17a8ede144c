import assert from "node:assert/strict";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { Attempt } from "../../../functions/work/attempt.ts";
import { DynamoAttempts } from "../../../functions/work/attempts.ts";

type Item = Record<string, { S?: string; N?: string }>;
interface Sent {
    constructor: { name: string };
    input: { Item: Item; Key: Item; ConditionExpression?: string; ExpressionAttributeValues?: Item };
}

/** As much of DynamoDB as the table of attempts uses; `repeat` does each write twice, as the SDK may. */
function table(repeat = false) {
    const items = new Map<string, Item>();
    const put = ({ Item, ConditionExpression, ExpressionAttributeValues }: Sent["input"]) => {
        const before = items.get(Item.attempt?.S ?? "");
        const fits =
            ConditionExpression === "attribute_not_exists(attempt)"
                ? before === undefined
                : before?.version?.N === ExpressionAttributeValues?.[":before"]?.N;
        if (!fits)
            throw new ConditionalCheckFailedException({
                message: "no",
                $metadata: {},
                ...(before && { Item: before as never }),
            });
        items.set(Item.attempt?.S ?? "", Item);
    };
    const send = async (command: Sent) => {
        const { input } = command;
        if (command.constructor.name === "GetItemCommand") return { Item: items.get(input.Key.attempt?.S ?? "") };
        if (command.constructor.name === "QueryCommand") {
            return {
                Items: [...items.values()].filter(
                    (item) => item.state?.S !== input.ExpressionAttributeValues?.[":ended"]?.S,
                ),
            };
        }
        put(input);
        if (repeat) put(input);
        return {};
    };
    return new DynamoAttempts({ send } as never, "attempts", "batch");
}

const row: Attempt = {
    attempt: "df-1/a",
    taskId: "task-1",
    command: '{"step":"collect"}',
    state: "claimed",
    version: 1,
    deadline: 5,
    expiresAt: 7,
};

describe("the table of attempts", () => {
    it("gives back what was written, and nothing of its own", async () => {
        const attempts = table();
        const settled = {
            ...row,
            version: 2,
            state: "settled",
            outcome: { finished: false, errorId: "E", message: "m" },
        };
        assert.equal(await attempts.insert(row), undefined);
        assert.deepEqual(await attempts.find("df-1/a"), row);
        assert.equal(await attempts.replace(settled as Attempt), true);
        assert.deepEqual(await attempts.open(), [settled]);
        assert.equal(await attempts.find("df-1/other"), undefined);
    });

    it("shows the row that is there, instead of writing over it", async () => {
        const attempts = table();
        await attempts.insert(row);
        assert.deepEqual(await attempts.insert({ ...row, taskId: "task-2" }), row);
        assert.deepEqual(await attempts.find("df-1/a"), row);
    });

    it("refuses a row that was made from an older one", async () => {
        const attempts = table();
        await attempts.insert(row);
        assert.equal(await attempts.replace({ ...row, version: 2, job: "mine" }), true);
        assert.equal(await attempts.replace({ ...row, version: 2, job: "yours" }), false);
        assert.equal((await attempts.find("df-1/a"))?.job, "mine");
    });

    it("leaves out what has ended", async () => {
        const attempts = table();
        await attempts.insert({ ...row, state: "ended", command: undefined });
        assert.deepEqual(await attempts.open(), []);
    });

    it("knows its own write again when the SDK repeats it", async () => {
        const attempts = table(true);
        assert.equal(await attempts.insert(row), undefined);
        assert.equal(await attempts.replace({ ...row, version: 2 }), true);
    });
});
