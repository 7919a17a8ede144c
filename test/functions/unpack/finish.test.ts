import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { REASONS } from "../../../contract/reasons.ts";
import { CardNumberError } from "../../../functions/adapters/card-guard.ts";
import { HandOverError, LoopError } from "../../../functions/unpack/finish.ts";
import type { Ports } from "../../../functions/unpack/ports.ts";
import { RESERVE_MS, unpack } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld, type Options } from "./support/memory-world.ts";
import { CARD, cardFile, HEADER, KEY, quarantineLines } from "./support/unpacking.ts";

/** All that leaves, in its order: where it goes, its key or subject, and its type. */
function watched(ports: Ports): { ports: Ports; left: string[] } {
    const left: string[] = [];
    const writing = (bucket: string, write: Ports["quarantine"]["write"]): Ports["quarantine"]["write"] => {
        return (key, body, type) => {
            left.push(`${bucket} ${key} ${type}`);
            return write(key, body, type);
        };
    };
    return {
        left,
        ports: {
            ...ports,
            bulk: {
                send: (messages) => {
                    left.push(`bulk ${messages.length}`);
                    return ports.bulk.send(messages);
                },
            },
            quarantine: { write: writing("quarantine", ports.quarantine.write) },
            manifests: { ...ports.manifests, write: writing("manifests", ports.manifests.write) },
            discrepancies: {
                publish: (subject, message) => {
                    left.push(`discrepancies ${subject}`);
                    return ports.discrepancies.publish(subject, message);
                },
            },
        },
    };
}

async function unpacked(key: string, text: string, options: Options = {}) {
    const world = new MemoryWorld();
    const { ports, left } = watched(world.ports(options));
    const result = await unpack(world.put(key, text), ports);
    const told = world.published.map((message) => JSON.parse(message));
    const [manifest] = [...world.manifests.values()].map((one) => JSON.parse(one));
    return { world, result, left, told, manifest };
}

describe("the end of a file", () => {
    it("comes when all else is safe: rows, refusals, what is told, and last its manifest", async () => {
        const { result, left, told } = await unpacked(KEY, cardFile(7));
        assert.deepEqual(left, [
            "bulk 5",
            `quarantine rows/${KEY}/version-v1/row-0000000003.ndjson application/x-ndjson`,
            "discrepancies missing-field: 2 in unpack",
            "discrepancies card-number-tokenised: 1 in unpack",
            `manifests ${KEY}/v1.json application/json`,
        ]);
        assert.deepEqual([result.state, result.discrepancies], ["done", told]);
        assert.deepEqual(told, [
            {
                type: "discrepancy",
                kind: "missing-field",
                function: "unpack",
                count: 2,
                origins: [`s3:${KEY}#v1#3`, `s3:${KEY}#v1#6`],
                detail: "line 4: amountMinor is empty",
            },
            {
                type: "discrepancy",
                kind: "card-number-tokenised",
                function: "unpack",
                count: 1,
                origins: [`s3:${KEY}#v1#7`],
                detail: "line 8: an identifier held a card number",
            },
        ]);
    });

    it("comes with its fault where it has one, behind the copy and the line that say so", async () => {
        const text = `${HEADER}\n${HEADER.replace("amount,", "")}-${CARD}\n`;
        const { result, left, told, world, manifest } = await unpacked("card-network/a.csv", text);
        assert.equal(result.state, "faulty");
        assert.deepEqual(left, [
            "quarantine files/card-network/a.csv/version-v1/part-00001.gz application/gzip",
            "quarantine rows/card-network/a.csv/version-v1/file.json application/x-ndjson",
            "discrepancies unreadable-file: 1 in unpack",
            "manifests card-network/a.csv/v1.json application/json",
        ]);
        const [line] = quarantineLines(world);
        const { detail } = told[0];
        assert.match(detail, /^another header in line 2: .* \(before its first row\)$/);
        assert.ok(!detail.includes(CARD));
        assert.deepEqual(line, {
            origin: "s3:card-network/a.csv#v1#file",
            source: "card-network",
            reason: "unreadable-file",
            detail,
            content: "",
            at: "2025-03-01T12:00:00.000Z",
        });
        assert.deepEqual(told[0].origins, [line?.origin]);
        assert.deepEqual(manifest, {
            file: "card-network/a.csv",
            source: "card-network",
            format: "csv",
            versionId: "v1",
            ...{ rows: 0, sent: 0, quarantined: 0 },
            fault: { reason: "unreadable-file", detail },
            sha256: createHash("sha256").update(text).digest("hex"),
            startedAt: "2025-03-01T12:00:00.000Z",
            finishedAt: "2025-03-01T12:00:00.000Z",
        });
    });

    it("is known by name where nobody knows its source", async () => {
        const { manifest, world } = await unpacked("elsewhere/a.csv", "x");
        assert.equal(manifest.fault.reason, "unknown-source");
        assert.deepEqual([manifest.source, manifest.format], ["unknown", "unknown"]);
        assert.equal(
            quarantineLines(world)[0]?.detail,
            "the key names no source and format that is read (before its first row)",
        );
        assert.match(JSON.stringify(quarantineLines(world)[0]), /"source":"unknown"/);
    });

    it("counts a row that the queue's guard stops among those that are put aside", async () => {
        const world = new MemoryWorld();
        const ports = world.ports();
        const stopped = { status: "rejected", reason: new CardNumberError("stopped") } as const;
        const send: Ports["bulk"]["send"] = async (messages) =>
            messages.map(({ body }) =>
                JSON.parse(body).id.endsWith(":t2") ? stopped : { status: "fulfilled", value: undefined },
            );
        await unpack(world.put(KEY, cardFile(2)), { ...ports, bulk: { send } });
        assert.deepEqual([...world.quarantine.keys()], [`rows/${KEY}/version-v1/row-0000000002.ndjson`]);
        const [{ content, ...line } = assert.fail()] = quarantineLines(world);
        assert.match(content, /"id":"card-network:t2"/);
        assert.deepEqual(line, {
            origin: `s3:${KEY}#v1#2`,
            source: "card-network",
            reason: "contains-card-number",
            detail: REASONS["contains-card-number"],
            at: "2025-03-01T12:00:00.000Z",
        });
        const { rows, sent, quarantined } = JSON.parse([...world.manifests.values()][0] ?? "");
        assert.deepEqual({ rows, sent, quarantined }, { rows: 2, sent: 1, quarantined: 1 });
    });

    it("tells of the whole file what its format holds, where that has no cards with its numbers in clear", async () => {
        const xml =
            "<FIToFICstmrCdtTrf><GrpHdr><NbOfTxs>4111111111111112</NbOfTxs></GrpHdr><CdtTrfTxInf/></FIToFICstmrCdtTrf>";
        const { told } = await unpacked("iso20022/a.xml", xml);
        const { origins, detail } = told.find(({ kind }) => kind === "control-total-mismatch");
        assert.deepEqual(
            [origins, detail],
            [["s3:iso20022/a.xml#v1#file"], "message 1: NbOfTxs is 4111111111111112, transactions are 1"],
        );
    });

    it("says after which row its fault came", async () => {
        const { manifest } = await unpacked(KEY, `${cardFile(2)}\n${HEADER.replace("amount,", "")}\n`);
        assert.match(manifest.fault.detail, / \(after row 2\)$/);
    });

    it("is copied as long as twenty seconds are left, and hashed whatever is left", async () => {
        const text = "x".repeat(50_000);
        for (const [remaining, copied] of [
            [20_000, 50_000],
            [19_999, 5000],
        ]) {
            const options: Options = { chunk: 5000, remainingMs: () => remaining ?? 0 };
            const { world, manifest } = await unpacked("elsewhere/a.csv", text, options);
            const copy = world.quarantine.get("files/elsewhere/a.csv/version-v1/part-00001.gz");
            assert.equal(gunzipSync(copy as Uint8Array).length, copied);
            assert.equal(manifest.sha256, createHash("sha256").update(text).digest("hex"));
        }
    });

    it("says when the first of several runs began with it", async () => {
        const world = new MemoryWorld();
        const startedAt = "2025-03-01T09:00:00.000Z";
        await unpack({ ...world.put(KEY, cardFile(3)), startedAt }, world.ports());
        assert.equal(JSON.parse([...world.manifests.values()][0] ?? "").startedAt, startedAt);
    });

    it("tells once of a card number in its name, in the run that began with it", async () => {
        const key = `card-network/${CARD}.csv`;
        const { told } = await unpacked(key, cardFile(1));
        assert.equal(told.length, 1);
        const { kind, detail, origins } = told[0];
        assert.deepEqual([kind, detail], ["card-number-tokenised", "the name of the file held a card number"]);
        assert.match(origins[0], /^s3:card-network\/tok_v1_[\w-]+\.csv#v1#file$/);
        const world = new MemoryWorld();
        await unpack({ ...world.put(key, cardFile(2)), rows: 1, sent: 1 }, world.ports());
        assert.deepEqual(world.published, []);
    });
});

describe("a file that is handed over", () => {
    const late: Options = { chunk: 500, remainingMs: () => 0 };

    it("is sent and put aside as far as it is read, told of, and then named by its checkpoint", async () => {
        const { result, left, told, world } = await unpacked(KEY, cardFile(100), late);
        assert.deepEqual([result.state, result.discrepancies], ["continued", told]);
        assert.deepEqual(
            told.map(({ kind }) => kind),
            ["missing-field", "card-number-tokenised"],
        );
        assert.deepEqual(
            left.map((one) => one.split(" ")[0]),
            ["bulk", "quarantine", "discrepancies", "discrepancies"],
        );
        const { type, job } = JSON.parse(world.landing[0] ?? "");
        assert.equal(type, "unpack-checkpoint");
        assert.deepEqual(job, result.job);
        assert.equal(job.startedAt, "2025-03-01T12:00:00.000Z");
        assert.ok(job.rows > 0 && job.rows < 100 && job.rows === job.sent + job.quarantined);
    });

    it("fails with the reason of the queue where that does not take the checkpoint", async () => {
        const world = new MemoryWorld();
        const full = new Error("full");
        const ports = { ...world.ports(late), landing: { send: async () => [{ status: "rejected", reason: full }] } };
        await assert.rejects(unpack(world.put(KEY, cardFile(100)), ports as Ports), (error) => {
            assert.ok(error instanceof HandOverError);
            assert.deepEqual(
                [error.name, error.message, error.cause],
                ["HandOverError", `the checkpoint of ${KEY} was not taken`, full],
            );
            return true;
        });
        // Nor where it says nothing.
        const silent = { ...world.ports(late), landing: { send: async () => [] } };
        await assert.rejects(unpack(world.put(KEY, cardFile(100)), silent), HandOverError);
    });

    it("is given up where it was begun too long ago, with how long and how far it is", async () => {
        const world = new MemoryWorld();
        const job = { ...world.put(KEY, cardFile(100)), startedAt: "2025-02-28T10:30:00.000Z" };
        await assert.rejects(unpack(job, world.ports(late)), (error) => {
            assert.ok(error instanceof LoopError);
            assert.equal(error.name, "LoopError");
            assert.match(
                error.message,
                /^card-network\/march 1\+\.csv was begun 25 hours ago and is at row \d+: it is given up$/,
            );
            return true;
        });
        const plenty = world.ports({ ...late, remainingMs: () => RESERVE_MS });
        assert.equal((await unpack(job, plenty)).state, "done");
    });
});
