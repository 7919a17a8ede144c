import assert from "node:assert/strict";
import type { TransactWriteItemsCommandInput } from "@aws-sdk/client-dynamodb";
import type { BatchExecuteStatementCommandInput } from "@aws-sdk/client-redshift-data";
import { starterTrees } from "../../../../operations/proof/conservation/cloud/endpoint.ts";
import { Warehouse } from "../../../../operations/proof/conservation/cloud/warehouse.ts";
import { VERBS } from "../../../../operations/proof/conservation/platform/names.ts";
import { proveSeed } from "../../../../operations/proof/conservation/prove.ts";
import { type Ran, type RunParts, run } from "../../../../operations/proof/conservation/run.ts";
import type { Call } from "../../../../operations/proof/conservation/stage/stage.ts";
import { changing, isCall, swallowing } from "./support/swallowed.ts";

/** What a step says is done and is not: one in so many of its calls, and what the proof then says. */
const LOST: readonly {
    what: string;
    isMeant: (call: Call) => boolean;
    oneIn?: number;
    seed?: number;
    why: RegExp;
    packed?: true;
}[] = [
    {
        what: "unpack takes a message for sent that a throttled queue did not take",
        ...{ isMeant: isCall("unpack", "SendMessageBatch"), oneIn: 3, why: /is lost/ },
    },
    {
        what: "screen takes a message for sent that a throttled queue did not take",
        ...{ isMeant: isCall("screen", "SendMessageBatch", "/screened"), oneIn: 3, why: /is lost: .* as claimed/ },
    },
    {
        what: "screen takes a refused message for put aside",
        ...{ isMeant: isCall("screen", "PutObject", "quarantine"), why: /is lost/ },
    },
    {
        what: "score takes its records for written",
        ...{
            isMeant: isCall("score", "PutObject", "transactions/"),
            oneIn: 3,
            packed: true,
            why: /is scored and not in the warehouse/,
        },
    },
    {
        what: "score takes an alert for told",
        ...{ isMeant: isCall("score", "Publish", ":fraud"), seed: 3, why: /nobody was told/ },
    },
    {
        what: "park takes a dead letter for parked",
        ...{ isMeant: isCall("park", "PutObject", "parked"), why: /is lost/ },
    },
    {
        what: "park takes people for told",
        ...{ isMeant: isCall("park", "Publish"), why: /people were told of 0/ },
    },
    {
        what: "a replay takes a message for sent",
        ...{ isMeant: isCall("replay", "SendMessage"), why: /can be scored, and is/ },
    },
];

/** A transaction is merged into what is there: left out, a second load of it is a second row. */
function inserted({ Sqls = [] }: BatchExecuteStatementCommandInput): object {
    const [, columns, values] =
        /WHEN NOT MATCHED THEN INSERT \(([^)]*)\) VALUES \((.*)\)\s*$/s.exec(
            Sqls.find((sql) => sql.startsWith("MERGE")) ?? "",
        ) ?? [];
    return {
        Sqls: Sqls.filter((sql) => !sql.startsWith("DELETE FROM stage")).map((sql) =>
            sql.startsWith("MERGE")
                ? `INSERT INTO compliance.transactions (${columns}) SELECT ${values} FROM stage`
                : sql,
        ),
    };
}

function unconditioned({ TransactItems = [] }: TransactWriteItemsCommandInput): object {
    return { TransactItems: TransactItems.map(({ Put }) => ({ Put: { ...Put, ConditionExpression: undefined } })) };
}

/** Claims in the name of a delivery that there never was. */
function renamed({ TransactItems = [] }: TransactWriteItemsCommandInput): object {
    return {
        TransactItems: TransactItems.map(({ Put }) => ({
            Put: { ...Put, Item: { ...Put?.Item, origin: { S: "sqs:nobody" } } },
        })),
    };
}

const isClaim = (call: Call) =>
    isCall("screen", "TransactWriteItems")(call) && JSON.stringify(call.input).includes("attribute_not_exists(id)");

describe("the proof of conservation, on a platform that is broken", () => {
    let common: Pick<RunParts, "trees" | "warehouse" | "transactions" | "seed">;
    before(async () => {
        common = { trees: await starterTrees(), warehouse: await Warehouse.open(), transactions: 120, seed: 1 };
    });
    after(() => common.warehouse.close());

    /** Without the second run that says where what is lost was last seen. */
    const ranWith = async (broken: Partial<Pick<RunParts, "meddle" | "acknowledgesFirst" | "seed">>): Promise<Ran> => {
        await common.warehouse.clear();
        return run({ ...common, ...broken });
    };
    const saying = ({ faults }: Ran, why: RegExp) => faults.filter((one) => why.test(one.why));

    for (const { what, isMeant, oneIn, seed, why, packed } of LOST) {
        it(`names what is lost when ${what}`, async () => {
            const { meddle, swallowed } = swallowing(isMeant, oneIn);
            const ran = await ranWith({ meddle, ...(seed && { seed }) });
            assert.ok(swallowed.length > 0, "nothing was lost");
            const named = saying(ran, why).map(({ name }) => name.replace(/^sqs:/, ""));
            assert.notEqual(named.length, 0, JSON.stringify(ran.faults.slice(0, 5)));
            // What is in packed bytes cannot be compared as text.
            assert.ok(packed || swallowed.some((text) => named.some((name) => text.includes(name))));
        });
    }

    it("names what the rules alone decided when score never asks the model again", async () => {
        const { meddle, swallowed } = swallowing(isCall("score", "SendMessageBatch", "/screened-bulk"));
        let asked = 0;
        // Every second question is one that the model does not answer.
        const ran = await ranWith({
            meddle: (call, proceed) => {
                const fails = call.operation === "InvokeEndpoint" && asked++ % 2 === 0;
                return fails ? Promise.reject(new Error("the model is away")) : meddle(call, proceed);
            },
        });
        const named = saying(ran, /by the model, and the ledger says .* by the rules/);
        assert.ok(swallowed.some((text) => named.some(({ name }) => text.includes(name))));
    });

    for (const verb of VERBS) {
        it(`names what is lost when ${verb} acknowledges before its work is done`, async () => {
            const ran = await ranWith({ acknowledgesFirst: [verb] });
            const lost = saying(ran, /is lost|not in the warehouse|can be scored/);
            assert.notEqual(lost.length, 0);
        });
    }

    it("says where what is lost was last seen", async () => {
        const { faults, lastSeen } = await proveSeed({ ...common, acknowledgesFirst: ["screen"] });
        const lost = faults.filter(({ why }) => /is lost/.test(why));
        assert.notEqual(lost.length, 0);
        for (const { name } of lost)
            assert.match(lastSeen.get(name) ?? "", /^screen was killed while|^screen, |^not followed/);
        assert.match(lastSeen.get(lost[0]?.name ?? "") ?? "", /^screen/);
    });

    it("names each delivery of a transaction that nobody claimed", async () => {
        const ran = await ranWith({ meddle: changing(isClaim, { input: unconditioned }) });
        assert.notEqual(saying(ran, /is lost/).length, 0);
    });

    it("names what is missing after a load that failed half-way was taken for done", async () => {
        const meddle = changing(isCall("load", "DescribeStatement"), { answer: () => ({ Status: "FINISHED" }) });
        const ran = await ranWith({ meddle });
        assert.notEqual(saying(ran, /is scored and not in the warehouse/).length, 0);
    });

    it("names what a load adds a second time", async () => {
        const ran = await ranWith({
            meddle: changing(isCall("load", "BatchExecuteStatement"), { input: inserted }),
        });
        assert.notEqual(saying(ran, /is in the warehouse \d+ times/).length, 0);
    });

    it("names what nobody put in", async () => {
        const ran = await ranWith({ meddle: changing(isClaim, { input: renamed }) });
        assert.notEqual(saying(ran, /is invented/).filter(({ name }) => name === "sqs:nobody").length, 0);
    });
});
