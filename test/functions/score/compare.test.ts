import assert from "node:assert/strict";
import type { Standing } from "../../../contract/scoring.ts";
import type { Profiles } from "../../../functions/score/profiles.ts";
import { PROFILE_RULES, profileReasons } from "../../../model/rules/profile-rules.ts";
import { emptyCloud, portsTo } from "../support/cloud.ts";
import { recordLines } from "../support/ending.ts";
import { FakeEndpoint, modelBehind } from "../support/model.ts";
import { forwarded, run } from "../support/score-runs.ts";
import { later, transaction } from "../support/transactions.ts";

const MINUTE = 60_000;
const FEATURES = { euroCents: 50_000 };

const fixed = (standing: Standing): Profiles => ({
    standings: async (transactions) => ({
        standings: new Map(transactions.map(({ id }) => [id, standing])),
        unreadable: 0,
        ageHours: 8,
    }),
});

describe("the rules about what is usual", () => {
    const codes = (standing: Omit<Standing, "generation">, euroCents = 50_000) =>
        profileReasons({ euroCents }, { generation: "g", ...standing }).map(({ code }) => code);

    it("hold from five times the usual and 500 EUR on", () => {
        assert.deepEqual(codes({ timesUsual: 5, timesPeers: 5 }), ["far-above-usual", "far-above-peers"]);
        assert.deepEqual(codes({ timesUsual: 4.9, timesPeers: 4.9 }), []);
        assert.deepEqual(codes({ timesUsual: 99, timesPeers: 99 }, 49_999), []);
        assert.deepEqual(codes({ timesPeers: 7.5 }), ["far-above-peers"]);
        assert.deepEqual(codes({}), []);
    });

    it("say what was seen, and are in plain words for the handbook", () => {
        const [reason] = profileReasons(FEATURES, { generation: "g", timesUsual: 12.3 });
        const text = "amount 12.3 times what 99 of 100 of the account's own on that channel do not exceed";
        assert.deepEqual(reason, { code: "far-above-usual", text, points: 30 });
        for (const { text } of PROFILE_RULES) assert.match(text, /^amount from 500 EUR, 5 times/);
    });
});

describe("score, with profiles", () => {
    const standing = { generation: "2026-03-05-0123456789ab", timesUsual: 8 };
    const wire = transaction({ channel: "wire", amountMinor: 60_000, occurredAt: later(720 * MINUTE) });

    it("adds their points, and records the generation with what it said", async () => {
        const cloud = emptyCloud();
        forwarded(cloud, [wire]);
        const { outcome } = await run(cloud, [wire], { ports: { ...portsTo(cloud), profiles: fixed(standing) } });
        assert.equal(outcome.profileAgeHours, 8);
        const [line] = recordLines(cloud);
        assert.deepEqual(line?.profile, standing);
        assert.deepEqual(cloud.ledger.get(wire.id)?.profile, standing);
        assert.equal(line?.score, 0.3);
    });

    it("keep a transaction's standing when a late one makes it be judged again under another generation", async () => {
        const late = transaction({ ...wire, id: "live:late", deviceId: "laptop", occurredAt: later(710 * MINUTE) });
        const first = { ...wire, amountMinor: 600_000, deviceId: "phone" };
        const cloud = emptyCloud();
        forwarded(cloud, [first, late]);
        await run(cloud, [first], { ports: { ...portsTo(cloud), profiles: fixed(standing) } });
        const next = fixed({ generation: "2026-03-06-0123456789ab" });
        await run(cloud, [late], { ports: { ...portsTo(cloud), profiles: next } });
        const row = cloud.ledger.get(first.id);
        assert.equal(row?.revision, 4);
        assert.deepEqual(row?.profile, standing);
        const codes = (row?.reasons ?? []).map(({ code }) => code);
        assert.ok(codes.includes("far-above-usual") && codes.includes("account-takeover"), codes.join());
        assert.equal(cloud.ledger.get(late.id)?.profile?.generation, "2026-03-06-0123456789ab");
    });

    it("keep their standing when the model decides", async () => {
        for (const transactions of [[wire], [{ ...wire, amountMinor: 1 }]]) {
            const cloud = emptyCloud();
            forwarded(cloud, transactions);
            const model = modelBehind(new FakeEndpoint());
            await run(cloud, transactions, { model, ports: { ...portsTo(cloud), profiles: fixed(standing) } });
            const [line] = recordLines(cloud);
            assert.equal(line?.scoredBy, "model");
            assert.deepEqual(line?.profile, standing);
        }
    });

    it("ends as without them when they know nothing", async () => {
        const nothing: Profiles = { standings: async () => ({ standings: new Map(), unreadable: 3 }) };
        const cloud = emptyCloud();
        forwarded(cloud, [wire]);
        const { outcome } = await run(cloud, [wire], { ports: { ...portsTo(cloud), profiles: nothing } });
        assert.equal(outcome.profilesUnreadable, 3);
        assert.equal(cloud.ledger.get(wire.id)?.state, "scored");
        assert.ok(!("profile" in (recordLines(cloud)[0] ?? {})));
    });
});
