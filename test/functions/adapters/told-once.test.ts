import assert from "node:assert/strict";
import { ConditionalCheckFailedException, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import { type Item, toItem } from "../../../functions/adapters/attribute-values.ts";
import { DynamoToldOnce } from "../../../functions/adapters/told-once.ts";

const NOW = "2026-03-05T08:00:00.000Z";
const later = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

/** The table as far as the condition of these rows goes. */
class Table {
    readonly rows = new Map<string, Item>();
    asked = 0;

    async send(command: { readonly input: object }): Promise<never> {
        this.asked++;
        const { Item, ConditionExpression, ExpressionAttributeValues } = command.input as PutItemCommandInput;
        const key = String(Item?.at?.S);
        const row = this.rows.get(key);
        const at = Number(ExpressionAttributeValues?.[":now"]?.N);
        const over = row !== undefined && Number(row.expiresAt?.N) * 1000 < at;
        const lapsed = row?.told?.BOOL === false && Number(row.until?.N) < at;
        if (ConditionExpression !== undefined && row !== undefined && !lapsed && !over) {
            throw new ConditionalCheckFailedException({ $metadata: {}, message: "", Item: row });
        }
        this.rows.set(key, Item as Item);
        return {} as never;
    }
}

describe("what is told once", () => {
    let table: Table;
    let told: number;
    const tell = async () => void told++;
    beforeEach(() => {
        table = new Table();
        told = 0;
    });
    const instance = () => new DynamoToldOnce(table, "activity");

    it("is told by one of all invocations that see it, and asked about no more", async () => {
        const [one, other] = [instance(), instance()];
        await Promise.all([one.once("a", NOW, tell), other.once("a", NOW, tell)]);
        assert.equal(told, 1);
        await other.once("a", NOW, tell);
        const { asked } = table;
        await one.once("a", NOW, tell);
        await other.once("a", NOW, tell);
        assert.equal(table.asked, asked);
        assert.equal(told, 1);
        await one.once("b", NOW, tell);
        assert.equal(told, 2);
    });

    it("is told after a minute when whoever was to tell was killed or got no answer", async () => {
        await assert.rejects(
            instance().once("a", NOW, async () => Promise.reject(new Error("killed"))),
            /killed/,
        );
        await instance().once("a", later(60_000), tell);
        assert.equal(told, 0, "two tell at once");
        await instance().once("a", later(60_001), tell);
        assert.equal(told, 1);
    });

    it("is told again after a week, if it lasts", async () => {
        const one = instance();
        await one.once("a", NOW, tell);
        await one.once("a", later(7 * 86_400_000 - 1), tell);
        assert.equal(told, 1);
        await one.once("a", later(7 * 86_400_000 + 1000), tell);
        assert.equal(told, 2);
    });

    it("fails where the table does", async () => {
        const send = async () => Promise.reject(new Error("throttled"));
        await assert.rejects(new DynamoToldOnce({ send }, "activity").once("a", NOW, tell), /throttled/);
        assert.deepEqual(toItem({ told: false }), { told: { BOOL: false } });
    });
});
