import assert from "node:assert/strict";
import { discrepancy, MAX_ORIGINS } from "../../../contract/discrepancy.ts";
import { landedFile } from "../../../contract/files/landing.ts";
import { Manifest, manifestKey } from "../../../contract/files/manifest.ts";
import { fileCopyKey, fileLineKey, messageKey, rowsKey } from "../../../contract/files/quarantine.ts";
import { envelopeAttributes, readEnvelope } from "../../../contract/transaction/envelope.ts";
import { fileOrigin, messageOrigin } from "../../../contract/transaction/origin.ts";

const fallback = { origin: "sqs:m1", receivedAt: "2025-03-01T10:00:00.000Z" };

describe("the envelope", () => {
    it("is sent as texts", () => {
        assert.deepEqual(envelopeAttributes({ origin: "sqs:m1", receivedAt: fallback.receivedAt }), {
            origin: { DataType: "String", StringValue: "sqs:m1" },
            receivedAt: { DataType: "String", StringValue: fallback.receivedAt },
        });
    });

    it("comes back as it was sent", () => {
        const sent = { origin: "s3:a#1#2", receivedAt: "2025-02-01T00:00:00.000Z" };
        const received = Object.fromEntries(
            Object.entries(envelopeAttributes(sent)).map(([name, { StringValue }]) => [
                name,
                { stringValue: StringValue },
            ]),
        );
        assert.deepEqual(readEnvelope(received, fallback), sent);
    });

    it("falls back where a live producer gives nothing", () => {
        assert.deepEqual(readEnvelope({}, fallback), fallback);
    });

    it("falls back where the time is none", () => {
        assert.deepEqual(readEnvelope({ receivedAt: { stringValue: "now" } }, fallback), fallback);
    });
});

describe("origins and keys", () => {
    it("name one delivery", () => {
        assert.equal(fileOrigin("iso20022/a.xml", "v1", 7), "s3:iso20022/a.xml#v1#7");
        assert.equal(fileOrigin("iso20022/a.xml", "v1", "file"), "s3:iso20022/a.xml#v1#file");
        assert.equal(messageOrigin("m1"), "sqs:m1");
    });

    it("keep two versions of a file apart, and parts in order", () => {
        assert.equal(rowsKey("a/b.csv", "v1", 12), "rows/a/b.csv/version-v1/row-0000000012.ndjson");
        assert.equal(fileLineKey("a/b.csv", "v1"), "rows/a/b.csv/version-v1/file.json");
        assert.equal(fileCopyKey("a/b.csv", "v1", 3), "files/a/b.csv/version-v1/part-00003.gz");
        assert.equal(manifestKey("a/b.csv", "v1"), "a/b.csv/v1.json");
        assert.match(messageKey("sqs:m1"), /^rows\/[0-9a-f]{64}\.json$/);
    });
});

describe("landedFile", () => {
    const cases = [
        { key: "card-network/a.csv", landed: { source: "card-network", format: "csv" } },
        { key: "card-network/2025/A.CSV.GZ", landed: { source: "card-network", format: "csv" } },
        { key: "core-banking/a.ndjson.gz", landed: { source: "core-banking", format: "ndjson" } },
        { key: "iso20022/a.xml", landed: { source: "iso20022", format: "xml" } },
        { key: "iso20022/a.csv", landed: null },
        { key: "iso20022x/a.xml", landed: null },
        { key: "a.xml", landed: null },
        { key: "a.undefined", landed: null },
        { key: "card-network/a.csv.zip", landed: null },
    ];
    for (const { key, landed } of cases) {
        it(`${landed === null ? "does not know" : "knows"} ${key}`, () => assert.deepEqual(landedFile(key), landed));
    }
});

it("a discrepancy names a bounded number of origins and counts them all", () => {
    const origins = Array.from({ length: 50 }, (_, index) => `sqs:${index}`);
    assert.deepEqual(discrepancy("conflict", "screen", origins, "x"), {
        type: "discrepancy",
        kind: "conflict",
        function: "screen",
        count: 50,
        origins: origins.slice(0, MAX_ORIGINS),
        detail: "x",
    });
});

it("a manifest needs whole counts, and a fault its reason and detail", () => {
    const manifest = { file: "a", source: "b", format: "c", versionId: "d", rows: 1, sent: 1, quarantined: 0 };
    const rest = { sha256: "", startedAt: "", finishedAt: "" };
    assert.ok(Manifest.safeParse({ ...manifest, ...rest }).success);
    const fault = { reason: "truncated-file", detail: "It ends too early." };
    assert.ok(Manifest.safeParse({ ...manifest, ...rest, fault }).success);
    for (const changes of [{ sent: 0.5 }, { rows: -1 }, { fault: { reason: "x" } }, { fault: { detail: "x" } }]) {
        assert.equal(Manifest.safeParse({ ...manifest, ...rest, ...changes }).success, false, JSON.stringify(changes));
    }
});
