import assert from "node:assert/strict";
import { messageKey } from "../../../contract/files/quarantine.ts";
import { StatementError } from "../../../functions/adapters/warehouse.ts";
import { load } from "../../../functions/load/load.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { messages, notification, recordKey, settings, world } from "./support.ts";

const keysOf = (count: number) => Array.from({ length: count }, (_, index) => recordKey(index));
const refusing =
    (...faulty: string[]) =>
    (keys: string[]) => {
        const found = keys.find((key) => faulty.includes(key));
        if (found !== undefined) throw new StatementError(`refused for ${found}`);
    };

describe("load", () => {
    it("loads any number of objects by one transaction of eleven statements", async () => {
        for (const count of [1, 10, 100]) {
            const { ports, runs } = world();
            const { failures, ...counts } = await load(messages(keysOf(count)), ports, settings);
            assert.deepEqual(counts, { objectsLoaded: count, loads: 1, loadsFailed: 0 });
            assert.deepEqual([...failures], []);
            assert.deepEqual(
                runs.map(({ keys, statements }) => [keys.toSorted(), statements.length]),
                [[keysOf(count).toSorted(), 11]],
            );
        }
    });

    it("hands the list of objects to COPY, each of which must be there", async () => {
        const { ports, runs, manifests } = world();
        await load(messages([recordKey(1)]), ports, settings);
        const token = runs[0]?.token ?? "";
        assert.match(token, /^[0-9a-f]{64}$/);
        assert.deepEqual(
            [...manifests],
            [[`loads/_${token}.json`, `{"entries":[{"url":"s3://records/${recordKey(1)}","mandatory":true}]}`]],
        );
        const sql = runs[0]?.statements.join(";\n") ?? "";
        assert.ok(
            sql.includes(`COPY arrived FROM 's3://manifests/loads/_${token}.json' IAM_ROLE '${settings.copyRoleArn}' `),
        );
        assert.ok(sql.includes(`'${token}', 'transactions', 's3://manifests/loads/_${token}.json'`));
        assert.ok(sql.includes(`json_parse('["${recordKey(1)}"]'), '1'::INTEGER`));
        assert.ok(sql.includes("'2026-10-08 10:00:05'::TIMESTAMP"));
    });

    it("loads an object once of which several messages tell, and one message of several objects", async () => {
        const { ports, runs } = world();
        const two = sqsRecord({ messageId: "both", body: notification([recordKey(1), recordKey(2)]) });
        const { objectsLoaded } = await load([...messages([recordKey(1), recordKey(1)]), two], ports, settings);
        assert.equal(objectsLoaded, 2);
        assert.deepEqual(runs[0]?.keys.toSorted(), [recordKey(1), recordKey(2)].toSorted());
    });

    it("asks the warehouse for nothing when S3 only tries its notifications", async () => {
        const { ports, runs } = world();
        const test = sqsRecord({ body: JSON.stringify({ Service: "Amazon S3", Event: "s3:TestEvent" }) });
        const { failures, ...counts } = await load([test], ports, settings);
        assert.deepEqual([counts, failures.size, runs], [{ objectsLoaded: 0, loads: 0, loadsFailed: 0 }, 0, []]);
    });

    it("fails a foreign message alone", async () => {
        const { ports, runs } = world();
        const foreign = [
            "not JSON",
            "{}",
            notification([recordKey(1)], { bucket: "landing" }),
            notification(["transactions/date=2026-10-08/it's.ndjson.gz"]),
            notification([`other/${recordKey(1)}`]),
            notification([recordKey(1)], { bucket: "quarantine" }),
            notification(["files/card-network/a.csv/version-1/part-00001.gz"], { bucket: "quarantine" }),
            notification(["reports/audit-bundle/2026-10-08/manifest-1.json"], { bucket: "reports" }),
            JSON.stringify({ Records: [{ eventName: "ObjectCreated:Put" }] }),
            notification(["x"]).replace('"x"', '"%E0%A4%A"'),
        ].map((body, index) => sqsRecord({ messageId: `foreign-${index}`, body }));
        const { failures, objectsLoaded } = await load([...foreign, ...messages([recordKey(2)])], ports, settings);
        assert.deepEqual(
            [...failures].map(([id, error]) => [id, (error as Error).name]),
            foreign.map(({ messageId }, index) => [
                messageId,
                index === foreign.length - 1 ? "ObjectKeyError" : "ForeignMessageError",
            ]),
        );
        assert.equal(objectsLoaded, 1);
        assert.deepEqual(runs[0]?.keys, [recordKey(2)]);
    });

    it("repeats nothing when the same delivery is handed over again, and begins anew with the next delivery", async () => {
        const { ports, runs } = world();
        const keys = keysOf(3);
        await load(messages(keys), ports, settings);
        await load(messages(keys).toReversed(), ports, settings);
        await load(messages(keys, 2), ports, settings);
        await load(messages(keys.slice(1)), ports, settings);
        // As after a replay: other messages about the same objects.
        const replayed = messages(keys).map((message) => ({ ...message, messageId: `again-${message.messageId}` }));
        await load(replayed, ports, settings);
        const tokens = runs.map(({ token }) => token);
        assert.equal(tokens[0], tokens[1]);
        assert.equal(new Set(tokens).size, 4);
    });

    it("brings in all but a faulty object, whose message alone comes again", async () => {
        const keys = keysOf(100);
        for (const faulty of [keys[0], keys[57], keys[99]]) {
            const { ports, runs } = world(refusing(faulty ?? ""));
            const { failures, ...counts } = await load(messages(keys), ports, settings);
            assert.deepEqual([...failures.keys()], [`m-${keys.indexOf(faulty ?? "") + 1}`]);
            assert.equal((failures.values().next().value as Error).message, `refused for ${faulty}`);
            assert.equal(counts.objectsLoaded, 99);
            assert.ok(counts.loads <= 7 && counts.loadsFailed <= 8, JSON.stringify(counts));
            assert.equal(runs.length, counts.loads + counts.loadsFailed);
        }
    });

    it("brings in what lies between several faulty objects", async () => {
        const keys = keysOf(20);
        const faulty = [3, 4, 11].map((index) => keys[index] ?? "");
        const { ports } = world(refusing(...faulty));
        const { failures, objectsLoaded } = await load(messages(keys), ports, settings);
        assert.deepEqual([...failures.keys()].toSorted(), ["m-12", "m-4", "m-5"]);
        assert.equal(objectsLoaded, 17);
    });

    it("stops dividing when the warehouse refuses everything", async () => {
        const { ports, runs } = world(() => {
            throw new StatementError("permission denied for relation transactions");
        });
        const { failures, ...counts } = await load(messages(keysOf(100)), ports, settings);
        assert.equal(failures.size, 100);
        assert.deepEqual(counts, { objectsLoaded: 0, loads: 0, loadsFailed: runs.length });
        assert.ok(runs.length <= 13, `${runs.length} loads were tried`);
    });

    it("does not divide what failed for another reason than a refusal", async () => {
        const { ports, runs } = world(() => {
            throw new Error("the warehouse did not answer in time");
        });
        const { failures, ...counts } = await load(messages(keysOf(10)), ports, settings);
        assert.deepEqual([failures.size, runs.length], [10, 1]);
        assert.deepEqual(counts, { objectsLoaded: 0, loads: 0, loadsFailed: 0 });
    });

    it("leaves to the next delivery what it has no time to divide", async () => {
        const keys = keysOf(4);
        const { ports, runs } = world(refusing(...keys));
        ports.clock = { hasTime: (ms) => ms <= 30_000 && runs.length < 2 };
        const { failures } = await load(messages(keys), ports, settings);
        assert.equal(runs.length, 2);
        assert.deepEqual(
            new Set([...failures.values()].map((error) => (error as Error).name)),
            new Set(["OutOfTimeError"]),
        );
        assert.equal(failures.size, 4);
    });

    it("fails a message of several objects when one of them is not loaded", async () => {
        const { ports } = world(refusing(recordKey(2)));
        const both = sqsRecord({ messageId: "both", body: notification([recordKey(1), recordKey(2)]) });
        const { failures, objectsLoaded } = await load([both], ports, settings);
        assert.deepEqual([...failures.keys()], ["both"]);
        assert.equal(objectsLoaded, 1);
    });

    it("fails every message when the list of objects cannot be written, and asks the warehouse for nothing", async () => {
        const { ports, runs } = world();
        ports.manifests = { write: () => Promise.reject(new Error("AccessDenied")) };
        const { failures } = await load(messages(keysOf(3)), ports, settings);
        assert.deepEqual([failures.size, runs.length], [3, 0]);
    });

    it("refuses a value that Redshift would not take for the text that it is", async () => {
        const { ports } = world();
        const { failures } = await load(messages([recordKey(1)]), ports, { ...settings, copyRoleArn: "a\\'b" });
        assert.deepEqual([...failures.values()].map(String), [
            'ParameterError: ":role" holds a backslash, which Redshift would read as an escape',
        ]);
    });

    it("loads verdicts when every refusal is refused, and refusals when every verdict is", async () => {
        const keys = [recordKey(1), messageKey("sqs:1")];
        const batch = [...messages([recordKey(1)]), ...messages(["", messageKey("sqs:1")], 1, "quarantine").slice(1)];
        for (const [index, faulty] of keys.entries()) {
            const { ports } = world(refusing(faulty));
            const { failures, ...counts } = await load(batch, ports, settings);
            assert.deepEqual([...failures.keys()], [`m-${index + 1}`]);
            assert.deepEqual(counts, { objectsLoaded: 1, loads: 1, loadsFailed: 1 });
        }
    });

    it("refuses SQL that asks for what no load has", async () => {
        const { ports } = world();
        const statements = { ...settings.statements, transactions: ["SELECT :secret"] };
        const { failures } = await load(messages([recordKey(1)]), ports, { ...settings, statements });
        assert.deepEqual([...failures.values()].map(String), [
            'ParameterError: the SQL of a load asks for ":secret", which no load has',
        ]);
    });
});
