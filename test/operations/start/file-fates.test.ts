import assert from "node:assert/strict";
import type { Manifest } from "../../../contract/files/manifest.ts";
import { FileFates, fateLines } from "../../../operations/start/file-fates.ts";

const manifest: Manifest = {
    file: "card-network/new.csv",
    source: "card-network",
    format: "csv",
    versionId: "v2",
    rows: 4,
    sent: 3,
    quarantined: 2,
    fault: { reason: "malformed-row", detail: "A quote is left open." },
    sha256: "00",
    startedAt: "2026-10-11T10:00:00.000Z",
    finishedAt: "2026-10-11T10:00:01.000Z",
};
const at = (row: number | "file", version = "v2") => `s3:card-network/new.csv#${version}#${row}`;

describe("what became of a file", () => {
    let fates: FileFates;
    beforeEach(() => {
        fates = new FileFates();
        fates.noteRecorded({ origin: at(1), id: "card-network:1", verdict: "pass", revision: 1 });
        fates.noteRecorded({ origin: at(2), id: "card-network:2", verdict: "alert", revision: 2 });
        fates.noteRefused({ origin: at(4), reason: "invalid-amount" });
        fates.noteRefused({ origin: at("file"), reason: "malformed-row" });
    });

    it("is what was scored, refused and known before, and why it could not be read", () => {
        assert.deepEqual(fates.of(manifest), {
            in: 5,
            scored: 2,
            alerted: ["card-network:2"],
            refused: new Map([
                ["invalid-amount", 1],
                ["malformed-row", 1],
            ]),
            fault: "A quote is left open.",
            before: 1,
        });
    });

    it("is nothing of another delivery of the same name, nor of a live message", () => {
        fates.noteRecorded({ origin: at(1, "v1"), id: "card-network:9", verdict: "alert", revision: 1 });
        fates.noteRecorded({ origin: "sqs:1", id: "mobile-bank:1", verdict: "alert", revision: 1 });
        fates.noteRefused({ origin: at(7, "v1"), reason: "invalid-amount" });
        const { scored, refused } = fates.of(manifest);
        assert.deepEqual([scored, refused.size], [2, 2]);
    });

    it("counts what is written twice once, with the verdict of its greatest revision", () => {
        fates.noteRecorded({ origin: at(2), id: "card-network:2", verdict: "pass", revision: 3 });
        fates.noteRecorded({ origin: at(2), id: "card-network:2", verdict: "alert", revision: 1 });
        fates.noteRefused({ origin: at(4), reason: "invalid-amount" });
        const { scored, alerted, refused } = fates.of(manifest);
        assert.deepEqual([scored, alerted, refused.get("invalid-amount")], [2, [], 1]);
    });

    it("adds up when a row that was sent on is refused after all", () => {
        fates.noteRefused({ origin: at(3), reason: "conflict" });
        const { refused, before } = fates.of(manifest);
        assert.deepEqual([refused.get("conflict"), before], [1, 0]);
    });

    it("is told in a few lines", () => {
        assert.deepEqual(fateLines(manifest.file, fates.of(manifest)), [
            "What became of card-network/new.csv:",
            "  in                 5   rows, and one for a fault of the file",
            "  scored             2   1 of them alerts",
            "  refused            2   invalid-amount 1, malformed-row 1",
            "  known before       1   delivered again, counted once",
            "  It could not be read to its end: A quote is left open.",
        ]);
    });
});
