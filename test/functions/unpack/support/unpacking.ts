import assert from "node:assert/strict";
import { Manifest } from "../../../../contract/files/manifest.ts";
import { checkpointBody } from "../../../../functions/unpack/job.ts";
import { jobsOf } from "../../../../functions/unpack/landing-message.ts";
import { unpackAll } from "../../../../functions/unpack/unpack.ts";
import { jobOf, type MemoryWorld, type Options } from "./memory-world.ts";

export const CARD = "4111111111111111";
export const HEADER =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time";
export const KEY = "card-network/march 1+.csv";

/** Rows 1 to `count`; each third has no amount, and each seventh a reference with a card in it. */
export function cardFile(count: number): string {
    const rows = Array.from({ length: count }, (_, index) => {
        const row = index + 1;
        const reference = row % 7 === 0 ? `t${row}-${CARD}` : `t${row}`;
        return `${reference},${CARD},a1,m1,5411,FR,${row % 3 === 0 ? "" : `${row}.00`},EUR,2025-03-01T10:00:00Z`;
    });
    return [HEADER, ...rows].join("\n");
}

export function manifestOf(world: MemoryWorld): Manifest {
    assert.equal(world.manifests.size, 1);
    return Manifest.parse(JSON.parse([...world.manifests.values()][0] ?? ""));
}

export function sentOrigins(world: MemoryWorld): string[] {
    return world.bulk.map(({ attributes }) => attributes.origin?.StringValue ?? "");
}

export function quarantineLines(
    world: MemoryWorld,
): { origin: string; reason: string; detail: string; content: string }[] {
    return [...world.quarantine]
        .filter(([key]) => key.startsWith("rows/"))
        .flatMap(([, text]) => String(text).trimEnd().split("\n"))
        .map((line) => JSON.parse(line));
}

export function quarantinedOrigins(world: MemoryWorld): string[] {
    return quarantineLines(world).map(({ origin }) => origin);
}

export function originsOf(key: string, rows: number): string[] {
    return Array.from({ length: rows }, (_, index) => `s3:${key}#v1#${index + 1}`);
}

/** Delivers the file and every checkpoint that follows, as the landing queue does. */
export async function deliver(world: MemoryWorld, key: string, options: () => Options): Promise<number> {
    const waiting = [checkpointBody(jobOf(key))];
    let invocations = 0;
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
        invocations++;
        assert.ok(invocations < 1000, "the file goes round for ever");
        await unpackAll(jobsOf(body), world.ports(options()));
        waiting.push(...world.landing.splice(0));
    }
    return invocations;
}
