import { createHash } from "node:crypto";
import {
    batchKey,
    type SupplementaryRow,
    type SupplementarySet,
    supplementaryManifestKey,
} from "../../../../contract/files/supplementary.ts";
import type { SupplementaryPointer, WholeSet } from "../../../../contract/files/supplementary-pointer.ts";

export const run = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const HOUR = 3_600_000;
export const AT = Date.parse("2026-03-05T08:00:00.000Z");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export const rating = (accountId: string, value: "low" | "medium" | "high" = "high") => ({
    ...{ accountId, rating: value, ratedOn: "2026-03-01" },
});
export const listed = (counterpartyId: string, list = "EU") => ({ counterpartyId, list, listedOn: "2026-03-01" });

/** The bucket and the pointers as `receive` leaves them, and how often each was asked. */
export class Brought {
    readonly objects = new Map<string, string>();
    readonly pointers = new Map<SupplementarySet, SupplementaryPointer>();
    looks = 0;
    reads = 0;
    /** What fails for now. */
    readonly failing = new Set<"pointers" | "objects">();

    /** Brings a set in these batches and points at it. */
    bring<Set extends SupplementarySet>(
        set: Set,
        number: number,
        batches: readonly (readonly SupplementaryRow<Set>[])[],
        completedAt = AT,
    ): WholeSet {
        const own = { set, run: run(number) };
        const texts = batches.map((rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
        for (const text of texts) this.objects.set(batchKey(own, sha256(text)), text);
        const rows = batches.flat().length;
        const at = new Date(completedAt).toISOString();
        const parts = texts.map((text, index) => ({
            ...{ key: batchKey(own, sha256(text)), rows: batches[index]?.length, sha256: sha256(text) },
        }));
        const manifest = JSON.stringify({ ...own, rows, batches: parts, completedAt: at });
        this.objects.set(supplementaryManifestKey(own), manifest);
        const whole = { run: own.run, rows, manifestSha256: sha256(manifest), completedAt: at };
        const former = this.pointers.get(set)?.current;
        this.pointers.set(set, { current: whole, ...(former && { former }) });
        return whole;
    }

    readonly table = {
        read: async () => {
            this.looks++;
            if (this.failing.has("pointers")) throw new Error("the table does not answer");
            return new Map(this.pointers);
        },
    };

    async read(key: string): Promise<Uint8Array | undefined> {
        this.reads++;
        if (this.failing.has("objects")) throw new Error("the bucket does not answer");
        const text = this.objects.get(key);
        return text === undefined ? undefined : Buffer.from(text);
    }
}
