import assert from "node:assert/strict";
import { park } from "../../../../functions/park/park.ts";
import { screen } from "../../../../functions/screen/screen.ts";
import { LIMITS } from "../../../../functions/unpack/limits.ts";
import type { Ports } from "../../../../functions/unpack/ports.ts";
import { cardTokens } from "../../../../functions/unpack/rows/card-tokens.ts";
import { keySeal } from "../../../../functions/unpack/rows/key-seal.ts";
import { unpack } from "../../../../functions/unpack/unpack.ts";
import { emptyCloud, portsTo } from "../../support/cloud.ts";
import { sqsRecord } from "../../support/sqs-record.ts";
import { jobOf } from "../../unpack/support/memory-world.ts";
import { Exits } from "./exits.ts";
import type { Planted } from "./plants.ts";
import { textsOf } from "./seek.ts";

const NOW = "2026-03-02T00:00:00.000Z";
const KEY = Buffer.from("a key of the tests");

interface Message {
    body: string;
    origin: string;
}

/** All that leaves on a file's way: unpack, then screen for each of its messages, then park, as if each had failed. */
export async function fileLeaves({ key, bytes }: Planted): Promise<string[]> {
    const exits = new Exits();
    const { job, state, discrepancies } = await unpack(jobOf(key), unpackPorts(exits, bytes));
    // More than the function logs.
    exits.logger().info("file unpacked", { job, discrepancies });
    assert.equal(job.rows, job.sent + job.quarantined);
    assert.equal(exits.messages().length, job.sent);
    const notice = { Records: [{ s3: { object: { key: encodeURIComponent(key) } } }] };
    const told = await Promise.all([
        ...exits.messages().map((message) => messageLeaves(message)),
        parkLeaves({ body: JSON.stringify(notice), origin: "" }),
    ]);
    return [state, ...textsOf([exits.left, job, told])];
}

/** All that leaves on a message's way: screen, then park. */
export async function messageLeaves(message: Message): Promise<string[]> {
    return [...(await screenLeaves(message)), ...(await parkLeaves(message))];
}

export async function screenLeaves(message: Message): Promise<string[]> {
    const exits = new Exits();
    const cloud = emptyCloud();
    const ports = {
        ...portsTo(cloud),
        screened: exits.queue(),
        screenedBulk: exits.queue(),
        quarantine: exits.objects(),
        discrepancies: exits.topic(),
    };
    const { failures, forwarded, quarantined } = await screen(
        [{ ...message, messageId: "m-1", receivedAt: NOW }],
        ports,
        NOW,
    );
    assert.deepEqual([...failures], []);
    assert.equal(forwarded + quarantined, 1);
    return textsOf([exits.left, cloud.ledger]);
}

async function parkLeaves({ body, origin }: Message): Promise<string[]> {
    const exits = new Exits();
    const record = sqsRecord({
        body,
        attributes: { origin, ErrorMessage: `cannot do ${body}` },
        queue: "some-dead",
        source: "some",
    });
    exits.logger().error("message failed", { cause: `cannot do ${body}`, body, origin });
    const { failures } = await park([record], { parked: exits.objects(), discrepancies: exits.topic() }, NOW);
    assert.deepEqual([...failures], []);
    return textsOf(exits.left);
}

function unpackPorts(exits: Exits, bytes: Uint8Array): Ports {
    return {
        open: async () => pieces(bytes),
        bulk: exits.queue(),
        landing: exits.queue(),
        quarantine: exits.objects(),
        manifests: Object.assign(exits.objects(), { exists: async () => false }),
        discrepancies: exits.topic(),
        tokenOf: cardTokens(KEY, "v1"),
        seal: keySeal(KEY),
        now: () => new Date(NOW),
        remainingMs: () => 900_000,
        loopHours: 24,
        limits: LIMITS,
    };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 300) yield bytes.subarray(at, at + 300);
}
