import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { endRetention } from "../../../operations/retention/end.ts";
import { KeepingInAccount } from "../../../operations/retention/in-account.ts";
import type { KeptRecord } from "../../../operations/retention/kept.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";

const BUCKET = "retention-records";
const TABLE = "retention-ledger";
const HOUR_MS = 3600 * 1000;

describe("npm run retention on the local services", () => {
    let keeping: KeepingInAccount;
    let dynamo: DynamoDBClient;
    const locksEnd = new Date(Date.now() + HOUR_MS);
    /** When every lock of this test is over, by the clock of whoever asks. */
    const later = new Date(Date.now() + 2 * HOUR_MS);

    before(async () => {
        const { clients } = await sharedServices();
        dynamo = clients.of(DynamoDBClient);
        const s3 = clients.of(S3Client);
        await create(
            resource("aws:dynamodb/table:Table", TABLE, {
                name: TABLE,
                hashKey: "id",
                attributes: [{ name: "id", type: "S" }],
            }),
            clients,
        );
        await s3.send(new CreateBucketCommand({ Bucket: BUCKET, ObjectLockEnabledForBucket: true }));
        for (const [key, ids] of Object.entries({ "a.gz": ["one", "two"], "b.gz": ["three"] })) {
            const Body = gzipSync(ids.map((id) => JSON.stringify({ id })).join("\n"));
            const lock = { ObjectLockMode: "GOVERNANCE", ObjectLockRetainUntilDate: locksEnd } as const;
            await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body, ...lock }));
            for (const id of ids) {
                const Item = { id: { S: id }, recordKey: { S: key } };
                await dynamo.send(new PutItemCommand({ TableName: TABLE, Item }));
            }
        }
        keeping = new KeepingInAccount(clients, { recordsBucket: BUCKET, ledgerTable: TABLE });
    });

    async function kept(): Promise<KeptRecord[]> {
        const found: KeptRecord[] = [];
        for await (const one of keeping.writtenBefore(later)) found.push(one);
        return found;
    }

    const hasRow = async (id: string) =>
        (await dynamo.send(new GetItemCommand({ TableName: TABLE, Key: { id: { S: id } } }))).Item !== undefined;

    it("reads locks, holds and ids as they are, and nothing that is younger than asked for", async () => {
        const found = await kept();
        assert.deepEqual(
            found.map(({ key, isHeld, lockedUntil }) => [key, isHeld, lockedUntil?.toISOString().slice(0, 16)]),
            ["a.gz", "b.gz"].map((key) => [key, false, locksEnd.toISOString().slice(0, 16)]),
        );
        assert.deepEqual(await keeping.idsIn(found[0] as KeptRecord), ["one", "two"]);
        const before = new Date(Date.now() - HOUR_MS);
        for await (const one of keeping.writtenBefore(before)) assert.fail(`${one.key} is younger`);
    });

    it("puts a legal hold on every version of a record, which then stays", async () => {
        assert.equal(await keeping.recordOf("three"), "b.gz");
        assert.equal(await keeping.hold("b.gz", true), 1);
        const ended = await endRetention(keeping, { now: later, lockDays: -1, atMost: 9, deletes: false });
        assert.deepEqual([ended.over, ended.held], [1, ["b.gz"]]);
        await keeping.hold("b.gz", false);
        assert.deepEqual(
            (await kept()).map(({ isHeld }) => isHeld),
            [false, false],
        );
    });

    it("is refused by S3 itself while a lock holds, whatever the clock of the machine says", async () => {
        const ended = await endRetention(keeping, { now: later, lockDays: -1, atMost: 9, deletes: true });
        assert.deepEqual([ended.over, ended.removed, ended.refused.length], [2, 0, 2]);
        assert.match(ended.refused.join("\n"), /^a\.gz: .*(lock|Access ?Denied)/i);
        assert.equal((await kept()).length, 2);
        assert.deepEqual([ended.forgotten, await hasRow("one"), await hasRow("three")], [0, true, true]);
    });

    it("forgets a row of the ledger only if it names this very record", async () => {
        await dynamo.send(
            new PutItemCommand({ TableName: TABLE, Item: { id: { S: "four" }, recordKey: { S: "a later one" } } }),
        );
        assert.equal(await keeping.forget("four", "a.gz"), false);
        assert.equal(await keeping.forget("four", "a later one"), true);
        assert.deepEqual([await hasRow("four"), await keeping.recordOf("four")], [false, undefined]);
    });
});
