import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { Manifest } from "../../contract/files/manifest.ts";
import type { QuarantineLine } from "../../contract/files/quarantine.ts";
import type { Standing } from "../../contract/scoring.ts";
import type { Supplement } from "../../contract/supplement.ts";
import { FIELDS, type Transaction } from "../../contract/transaction/transaction.ts";
import { ParkedMessage } from "../../functions/park/parked.ts";
import { findingOf, judge } from "../../functions/score/account.ts";
import { writeRecords } from "../../functions/score/records.ts";
import { SETS } from "../../functions/score/supplementary/held-sets.ts";
import { TABLES } from "../../infra/query/tables.ts";
import { later, transaction } from "../functions/support/transactions.ts";

/** The type that Athena needs for a value; numbers count by whether they are whole. */
function typeOf(value: unknown): string {
    if (Array.isArray(value)) return `array<${typeOf(value[0])}>`;
    if (typeof value === "number") return "number";
    if (typeof value !== "object" || value === null) return typeof value;
    if (SETS.every((set) => set in value)) return "map<string,string>";
    const members = Object.entries(value).map(([name, member]) => `${name.toLowerCase()}:${typeOf(member)}`);
    return `struct<${members.join(",")}>`;
}

const general = (type: string) => type.replaceAll(/\b(bigint|int|double)\b/g, "number");

describe("the tables of Athena", () => {
    it("have a column for each member of a record, of its type, and no other", async () => {
        const full: Required<Transaction> = {
            ...transaction(),
            channel: "card",
            merchantCategory: "4829",
            cardToken: `tok_v1_${"a".repeat(32)}`,
            deviceId: "phone",
        };
        const history = [full, { ...full, id: "live:2", occurredAt: later(13 * 3_600_000) }];
        const [, byHistory] = judge(history, new Set(["live:1", "live:2"]), 0.7);
        assert.ok(byHistory);
        const profile: Required<Standing> = { generation: "g", timesUsual: 9.5, timesPeers: 1 };
        const runs = Object.fromEntries(SETS.map((set) => [set, "adf:1"])) as Required<Supplement["runs"]>;
        const supplementary: Required<Supplement> = {
            ...{ rating: "high", lists: ["EU"], exposed: "holder", device: "trusted", runs },
            doubts: [{ set: "sanctions-list", doubt: "stale" }],
        };
        const beside = { profile, supplementary };
        const judged = { ...byHistory, finding: findingOf(full, byHistory.features, 0.7, beside) };
        assert.ok(judged.finding.reasons.length > 0);
        assert.deepEqual(Object.keys(full).sort(), [...FIELDS].sort());
        let line = "";
        const records = {
            async write(_: string, body: string | Uint8Array) {
                line = gunzipSync(Buffer.from(body)).toString();
            },
        };
        await writeRecords([{ ...judged, origin: "sqs:1", receivedAt: later(0) }], records, later(0));
        const members = Object.entries(JSON.parse(line)).map(([name, value]) => [name.toLowerCase(), typeOf(value)]);
        const columns = Object.entries(TABLES.transactions.columns).map(([name, type]) => [name, general(type)]);
        assert.deepEqual(members.sort(), columns.sort());
    });

    it("have a column for each member of a manifest, and no other", () => {
        assert.deepEqual(Object.keys(TABLES.manifests.columns), lowerCase(Object.keys(Manifest.shape)));
    });

    it("have a column for each member of a parked message, and no other", () => {
        assert.deepEqual(Object.keys(TABLES.parked.columns), lowerCase(Object.keys(ParkedMessage.shape)));
    });

    it("have a column for each member of a refused row, and no other", () => {
        // The compiler holds this list to the contract.
        const members: Record<keyof QuarantineLine, true> = {
            origin: true,
            source: true,
            reason: true,
            detail: true,
            field: true,
            content: true,
            at: true,
        };
        assert.deepEqual(Object.keys(TABLES.quarantine.columns), lowerCase(Object.keys(members)));
    });
});

function lowerCase(names: readonly string[]): string[] {
    return names.map((name) => name.toLowerCase());
}
