import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { FILE_SOURCES, type FileSource } from "../../../../contract/files/landing.ts";
import { Manifest } from "../../../../contract/files/manifest.ts";
import { checkTransaction } from "../../../../contract/transaction/check.ts";
import type { OutgoingMessage } from "../../../../functions/adapters/queue.ts";
import type { Limits } from "../../../../functions/unpack/limits.ts";
import { unpack } from "../../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "../../unpack/support/memory-world.ts";

/** What became of a file, in words short enough to compare. */
export interface Told {
    /** Reference and amount of each row that went on, as "t1 150 EUR". */
    sent: string[];
    /** Place and reason of each row that did not, as "line 3 invalid-amount". */
    refused: string[];
    /** "reason: detail" of what ended the file; "" if nothing did. */
    fault: string;
}

export interface Options {
    /** Bytes that the network gives at once. */
    chunk?: number;
    limits?: Partial<Limits>;
}

/**
 * Unpacks a file in a world in memory, and holds it to what is true of any file: each row is sent or refused, what is sent
 * is canonical, and no card number leaves.
 */
export async function told(source: FileSource, file: string | Uint8Array, options: Options = {}): Promise<Told> {
    return (await unpacked(source, file, options)).told;
}

/** Also the messages that were sent, and every text that left `unpack`. */
export async function unpacked(
    source: FileSource,
    file: string | Uint8Array,
    options: Options = {},
): Promise<{ told: Told; bodies: string[]; left: string[] }> {
    const world = new MemoryWorld();
    await unpack(world.put(`${source}/some.${FILE_SOURCES[source]}`, file), world.ports({ chunk: 65_536, ...options }));
    const manifest = Manifest.parse(JSON.parse([...world.manifests.values()][0] ?? ""));
    const kept = [...world.quarantine].map(([key, body]) => ({
        key,
        text: typeof body === "string" ? body : gunzipSync(body).toString(),
    }));
    const lines = kept
        .filter(({ key }) => key.startsWith("rows/"))
        .flatMap(({ text }) => text.trimEnd().split("\n"))
        .map((line) => JSON.parse(line));
    const ofRows = lines.filter(({ origin }) => !String(origin).endsWith("#file"));
    // Messages go by account; their origins say in which order the file had them.
    const bodies = world.bulk.toSorted((one, other) => rowOf(one) - rowOf(other)).map(({ body }) => body);

    assert.equal(manifest.rows, manifest.sent + manifest.quarantined, "rows = sent + quarantined");
    assert.deepEqual([bodies.length, ofRows.length], [manifest.sent, manifest.quarantined]);
    assert.equal(lines.length - ofRows.length, manifest.fault === undefined ? 0 : 1);
    for (const body of bodies) assert.ok(checkTransaction(JSON.parse(body)).ok, body);
    const left = [...kept.map(({ text }) => text), ...world.published, ...bodies];
    assert.ok(!left.some((text) => TEST_CARD.test(text)), "no card number leaves");

    const told: Told = {
        sent: bodies.map((body) => {
            const { id, amountMinor, currency } = JSON.parse(body);
            return `${String(id).slice(source.length + 1)} ${amountMinor} ${currency}`;
        }),
        refused: ofRows.map(({ detail, reason }) => `${/^(.+?): /.exec(detail)?.[1]} ${reason}`),
        fault: manifest.fault === undefined ? "" : `${manifest.fault.reason}: ${manifest.fault.detail}`,
    };
    return { told, bodies, left };
}

function rowOf({ attributes }: OutgoingMessage): number {
    return Number(attributes.origin?.StringValue.split("#").at(-1));
}

/** Digits that touch the number make it another one. */
const TEST_CARD = /(?<!\d)4111111111111111(?!\d)/;
