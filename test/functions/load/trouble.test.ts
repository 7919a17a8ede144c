import assert from "node:assert/strict";
import { later, transaction } from "../support/transactions.ts";
import { messages, recordKey } from "./support.ts";
import { WarehouseWorld } from "./warehouse-world.ts";

const named = (name: string, message = name) => Object.assign(new Error(message), { name });

/** A line as `score` records it, with one reason. */
function line(id: string, changes: object = {}): object {
    return {
        ...transaction(),
        id,
        score: 0.4,
        verdict: "pass",
        scoredBy: "rules",
        reasons: [{ code: "night", text: "made at night", points: 40 }],
        revision: 1,
        features: { euroCents: 1000 },
        receivedAt: "2026-10-08T10:00:00.000Z",
        scoredAt: later(1000),
        origin: `sqs:${id}`,
        ...changes,
    };
}

describe("load, in trouble", () => {
    let world: WarehouseWorld;
    before(async () => {
        world = await WarehouseWorld.open();
    });
    beforeEach(() => world.clear());
    after(() => world.close());

    /** Objects of one transaction each. */
    const put = (...numbers: number[]) => {
        for (const number of numbers) world.put(recordKey(number), [line(`t-${number}`)]);
        return numbers.map((number) => recordKey(number));
    };
    const failed = async (work: ReturnType<WarehouseWorld["load"]>) =>
        [...(await work).failures].map(([id, error]) => [id, (error as Error).name]);

    it("two loads at once: both come in, each transaction once", async () => {
        const [one, other] = [put(1, 2), put(2, 3)];
        assert.deepEqual(await Promise.all([failed(world.load(messages(one))), failed(world.load(messages(other)))]), [
            [],
            [],
        ]);
        assert.deepEqual(await world.loaded(), { "t-1": 1, "t-2": 1, "t-3": 1 });
    });

    it("error 1023, of two loads that met: what was undone is begun again, and nothing is there twice", async () => {
        const keys = put(1, 2);
        world.undone = [1, 2].map(() => new Error("ERROR: 1023 DETAIL: Serializable isolation violation on table"));
        assert.deepEqual(await failed(world.load(messages(keys))), []);
        assert.deepEqual(await world.loaded(), { "t-1": 1, "t-2": 1 });
        assert.deepEqual(await world.loads(), [[2, 2, 2]]);
    });

    it("a statement that fails half-way: nothing of the faulty object is there, and all of the others", async () => {
        const keys = put(1, 2, 3);
        const faulty = recordKey(4);
        // Fits what arrives, but not the table: only the merge finds out.
        world.put(faulty, [line("t-4"), line("t-5", { country: null })]);
        const { failures, ...counts } = await world.load(messages([...keys, faulty]));
        assert.deepEqual([...failures.keys()], ["m-4"]);
        assert.match(
            String(failures.get("m-4")),
            /^StatementError: load .* of 1 objects of transactions: MERGE INTO .*null value/,
        );
        assert.equal(counts.objectsLoaded, 3);
        assert.deepEqual(await world.loaded(), { "t-1": 1, "t-2": 1, "t-3": 1 });
        const rows = (await world.loads()).map(([, read, merged]) => [read, merged]);
        assert.equal(rows.length, counts.loads);
        assert.deepEqual(await world.leftOver(), []);
    });

    it("a poison object, no gzip or no JSON: it alone comes again", async () => {
        const keys = put(1, 2);
        world.objects.set(`s3://records/${recordKey(3)}`, Buffer.from("no gzip"));
        world.put(recordKey(4), [[1]]);
        const outcome = failed(world.load(messages([...keys, recordKey(3), recordKey(4)])));
        assert.deepEqual((await outcome).toSorted(), [
            ["m-3", "StatementError"],
            ["m-4", "StatementError"],
        ]);
        assert.deepEqual(await world.loaded(), { "t-1": 1, "t-2": 1 });
    });

    it("an object that vanished: the load does not pass over it, and its message alone comes again", async () => {
        const keys = [...put(1, 2), recordKey(3)];
        const { failures } = await world.load(messages(keys));
        assert.deepEqual([...failures.keys()], ["m-3"]);
        assert.match(String(failures.get("m-3")), /NoSuchKey/);
        assert.deepEqual(await world.loaded(), { "t-1": 1, "t-2": 1 });
    });

    it("the same delivery handed over twice: one load", async () => {
        const keys = put(1, 2);
        await world.load(messages(keys));
        assert.deepEqual(await failed(world.load(messages(keys))), []);
        assert.deepEqual(await world.loads(), [[2, 2, 2]]);
    });

    it("delivered anew: another load that changes nothing", async () => {
        const keys = put(1, 2);
        await world.load(messages(keys));
        assert.deepEqual(await failed(world.load(messages(keys, 2))), []);
        assert.deepEqual(await world.loads(), [
            [2, 2, 2],
            [2, 2, 0],
        ]);
        assert.deepEqual(await world.loaded(), { "t-1": 1, "t-2": 1 });
    });

    it("an answer that is lost after the load was begun: it is waited for, not begun again", async () => {
        const keys = put(1);
        let lost = 2;
        world.trouble.after = (operation) => {
            if (operation === "BatchExecuteStatement" && lost-- > 0) throw named("InternalServerException");
        };
        assert.deepEqual(await failed(world.load(messages(keys))), []);
        assert.deepEqual(await world.loads(), [[1, 1, 1]]);
    });

    it("an answer that never comes although the load ended: the next delivery finds all there", async () => {
        const keys = put(1);
        world.trouble.before = (operation) => {
            if (operation === "DescribeStatement") throw named("TimeoutError");
        };
        assert.deepEqual(await failed(world.load(messages(keys))), [["m-1", "TimeoutError"]]);
        world.trouble = {};
        assert.deepEqual(await failed(world.load(messages(keys, 2))), []);
        assert.deepEqual(await world.loaded(), { "t-1": 1 });
        assert.deepEqual(await world.loads(), [
            [1, 1, 1],
            [1, 1, 0],
        ]);
    });

    it("the Data API throttles each call: the load waits and comes in once", async () => {
        const keys = put(1, 2);
        const calls: string[] = [];
        world.trouble.before = (operation) => {
            if (calls.push(operation) <= 4) throw named("ThrottlingException", "Rate exceeded");
        };
        assert.deepEqual(await failed(world.load(messages(keys))), []);
        assert.deepEqual(await world.loads(), [[2, 2, 2]]);
    });

    it("the Data API throttles for longer than the function may run: all of it comes again", async () => {
        const keys = put(1, 2);
        let time = 10;
        world.trouble.before = () => {
            throw named("ThrottlingException", "Rate exceeded");
        };
        const outcome = failed(world.load(messages(keys), () => time-- > 0));
        assert.deepEqual(await outcome, [
            ["m-1", "ThrottlingException"],
            ["m-2", "ThrottlingException"],
        ]);
        assert.deepEqual(await world.loaded(), {});
    });

    it("a workgroup that sleeps: the load waits until it is awake", async () => {
        const keys = put(1);
        let asleep = 3;
        world.trouble.before = () => {
            if (asleep-- > 0) throw named("ValidationException", "The workgroup is currently resuming");
        };
        assert.deepEqual(await failed(world.load(messages(keys))), []);
        assert.deepEqual(await world.loaded(), { "t-1": 1 });
    });

    it("a workgroup that answers nothing in time: nothing is divided, and all of it comes again", async () => {
        const keys = put(1, 2);
        let time = 3;
        const { failures, loadsFailed } = await world.load(messages(keys), () => time-- > 3);
        assert.deepEqual(
            [...failures.values()].map((error) => (error as Error).message.replace(/^load \w+/, "load")),
            Array.from({ length: 2 }, () => "load of 2 objects of transactions: the warehouse did not answer in time"),
        );
        assert.equal(loadsFailed, 0);
    });

    it("a right that the user lacks: tells which, and leaves everything for the next delivery", async () => {
        const keys = put(1, 2, 3);
        world.undone = Array.from({ length: 9 }, () => new Error("ERROR: permission denied for relation transactions"));
        const { failures } = await world.load(messages(keys));
        assert.deepEqual([...failures.keys()].toSorted(), ["m-1", "m-2", "m-3"]);
        assert.match(String(failures.get("m-1")), /permission denied/);
    });
});
