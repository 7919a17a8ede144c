import assert from "node:assert/strict";
import {
    batchKey,
    isSupplementarySet,
    keyOfRow,
    RECEIVED_PREFIX,
    runPrefix,
    SUPPLEMENTARY_SETS,
    SupplementaryManifest,
    sessionName,
    supplementaryManifestKey,
} from "../../../contract/files/supplementary.ts";

const run = { set: "sanctions-list", run: "0f153b4b-4576-416d-85e6-048898539561" } as const;
const rating = { accountId: "account-1", rating: "low", ratedOn: "2026-03-02" };
const listed = { counterpartyId: "shop-1", list: "EU", listedOn: "2024-02-29" };
const takes = (set: keyof typeof SUPPLEMENTARY_SETS, row: unknown): boolean =>
    SUPPLEMENTARY_SETS[set].safeParse(row).success;

describe("a supplementary row", () => {
    it("has exactly the columns of its set", () => {
        for (const level of ["low", "medium", "high"]) {
            assert.ok(takes("customer-risk-ratings", { ...rating, rating: level }), level);
        }
        assert.ok(takes("sanctions-list", listed));
        for (const name of Object.keys(rating)) {
            assert.ok(!takes("customer-risk-ratings", { ...rating, [name]: undefined }), name);
        }
        for (const name of Object.keys(listed))
            assert.ok(!takes("sanctions-list", { ...listed, [name]: undefined }), name);
        assert.ok(!takes("customer-risk-ratings", { ...rating, name: "x" }));
        assert.ok(!takes("sanctions-list", { ...listed, name: "x" }));
    });

    it("has identifiers, levels, lists and days that are some", () => {
        const wrong = [{ accountId: "a b" }, { rating: "none" }, { ratedOn: "2026-02-29" }, { ratedOn: "2026-03-02T" }];
        for (const changes of wrong)
            assert.ok(!takes("customer-risk-ratings", { ...rating, ...changes }), JSON.stringify(changes));
        const others = [
            { counterpartyId: "=1" },
            { list: "E" },
            { list: "x".repeat(17) },
            { list: "EU!" },
            { list: "?EU" },
        ];
        for (const changes of [...others, { listedOn: "soon" }]) {
            assert.ok(!takes("sanctions-list", { ...listed, ...changes }), JSON.stringify(changes));
        }
        assert.ok(takes("sanctions-list", { ...listed, list: "x".repeat(16) }));
    });

    it("is about an account, a party or a device, or about a counterparty on a list", () => {
        assert.equal(keyOfRow("customer-risk-ratings", rating), '["account-1"]');
        assert.equal(keyOfRow("sanctions-list", listed), '["shop-1","EU"]');
        assert.equal(
            keyOfRow("politically-exposed-persons", { partyId: "party-1", standing: "holder" }),
            '["party-1"]',
        );
        assert.equal(keyOfRow("device-reputation", { deviceId: "device-1", seenOn: "2026-03-02" }), '["device-1"]');
    });
});

describe("a run that fetches a set", () => {
    it("is of a set that there is", () => {
        assert.ok(isSupplementarySet("sanctions-list"));
        for (const name of ["sanctions", "toString"]) assert.ok(!isSupplementarySet(name), name);
    });

    it("acts under a name of its own, and writes below a prefix of its own", () => {
        assert.equal(sessionName(run), `adf-${run.run}`);
        assert.equal(RECEIVED_PREFIX, "received/");
        assert.equal(runPrefix(run), `received/sanctions-list/${run.run}/`);
        assert.equal(batchKey(run, "abc"), `received/sanctions-list/${run.run}/abc.ndjson`);
        assert.equal(supplementaryManifestKey(run), `received/sanctions-list/${run.run}/manifest.json`);
    });

    it("has an account of batches with rows, and none of nothing", () => {
        const batch = { key: "k", rows: 2, sha256: "abc" };
        const account = { ...run, rows: 2, batches: [batch], completedAt: "2026-03-02T12:00:00.000Z" };
        const holds = (value: unknown): boolean => SupplementaryManifest.safeParse(value).success;
        assert.ok(holds(account));
        for (const name of Object.keys(account)) assert.ok(!holds({ ...account, [name]: undefined }), name);
        for (const name of Object.keys(batch)) {
            assert.ok(!holds({ ...account, batches: [{ ...batch, [name]: undefined }] }), name);
        }
        assert.ok(!holds({ ...account, rows: 0 }));
        assert.ok(!holds({ ...account, batches: [{ ...batch, rows: 0 }] }));
    });
});
