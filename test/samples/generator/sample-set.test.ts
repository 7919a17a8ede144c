import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { REASONS } from "../../../contract/reasons.ts";
import { checkTransaction } from "../../../contract/transaction/check.ts";
import { isCardNumber } from "../../../contract/values/card-number.ts";
import { alertsOf } from "../../../functions/score/whole-history.ts";
import { starterModel } from "../../../model/artefact/starter.ts";
import type { Outcome } from "../../../samples/generator/delivery.ts";
import { oddFiles } from "../../../samples/generator/odd/odd-files.ts";
import { Random } from "../../../samples/generator/random.ts";
import { defaults, fewestTransactions, sampleSet } from "../../../samples/generator/sample-set.ts";
import { spares } from "../../../samples/generator/sources/spares.ts";
import { setsOf } from "../../../samples/generator/supplementary/known-of.ts";
import { saysOf } from "../../../samples/generator/supplementary/says-of.ts";
import { local } from "../../../stacks/local.ts";
import { made, madeOutcomes } from "../made.ts";

const outcomesOf = (key: RegExp): readonly Outcome[] =>
    made()
        .deliveries.filter((delivery) => key.test(delivery.key))
        .flatMap((delivery) => delivery.outcomes);

const idsOf = (outcomes: readonly Outcome[], kind: "scored" | "duplicate"): string[] =>
    outcomes.flatMap((outcome) => (outcome.kind === kind ? [outcome.transaction.id] : []));

describe("the sample set", () => {
    it("holds valid canonical transactions only, each id once", () => {
        const { scored } = made();
        const wrong = scored.filter(({ transaction }) => !checkTransaction(transaction).ok);
        assert.deepEqual(wrong, []);
        assert.equal(new Set(scored.map(({ transaction }) => transaction.id)).size, scored.length);
    });

    for (const [seed, transactions] of [
        [1, fewestTransactions],
        [2, 1234],
        [3, 6000],
    ] as const) {
        it(`scores exactly ${transactions} transactions of seed ${seed} when asked to`, () => {
            assert.equal(sampleSet({ ...defaults, seed, transactions }).scored.length, transactions);
        });
    }

    it("holds at least 3,000 transactions, 36 broken rows of 14 reasons, 24 duplicates and seven broken files", () => {
        const { scored, duplicates, quarantined } = madeOutcomes();
        const faults = made().deliveries.flatMap(({ fault }) => fault ?? []);
        assert.ok(scored >= 3000, `${scored} transactions`);
        assert.ok(quarantined.total - faults.length >= 36, `${quarantined.total} quarantined`);
        assert.ok(Object.keys(quarantined.byReason).length >= 15, Object.keys(quarantined.byReason).join());
        assert.ok(duplicates >= 24, `${duplicates} duplicates`);
        const often = (reason: string): number => faults.filter((fault) => fault.reason === reason).length;
        assert.deepEqual(["truncated-file", "unreadable-file", "forbidden-xml"].map(often), [2, 4, 1]);
        assert.equal(faults.length, 7);
    });

    it("holds what its README says of it", () => {
        const readme = readFileSync(new URL("../../../samples/README.md", import.meta.url), "utf8").replace(
            /\s+/g,
            " ",
        );
        const { scored, duplicates } = madeOutcomes();
        const broken = outcomesOf(/./).flatMap((one) =>
            one.kind === "quarantined" && one.reason !== "conflict" ? [one.reason] : [],
        );
        assert.ok(broken.length > 80);
        for (const claim of [
            `${scored.toLocaleString("en")} transactions to be scored`,
            `over 80 broken rows and messages of ${new Set(broken).size} kinds`,
            `${duplicates} transactions delivered twice`,
            "3 conflicts",
        ]) {
            assert.ok(readme.includes(claim), claim);
        }
    });

    it("has a line of its README for each odd file, which says whether all of it is accepted", () => {
        const readme = readFileSync(new URL("../../../samples/README.md", import.meta.url), "utf8");
        const lines = new Map(
            [...readme.matchAll(/^\| `([^`]+)` \| .+ \| (.+) \|$/gm)].map(([, name = "", fate = ""]) => [name, fate]),
        );
        const odd = oddFiles({
            random: new Random(1),
            spares: spares(new Random(2), defaults.start),
            date: "2026-10-11",
        });
        assert.equal(lines.size, odd.length);
        for (const { key, outcomes, fault } of odd) {
            const name = [...lines.keys()].find((one) => key.split("/")[1]?.startsWith(one.replace("…", "")));
            const fate = lines.get(name ?? "") ?? assert.fail(`${key} has no line`);
            const sound = fault === undefined && outcomes.every(({ kind }) => kind === "scored");
            assert.equal(/^all accepted/.test(fate), sound, key);
            assert.equal(/^refused whole/.test(fate), fault?.afterRow === 0, key);
            assert.equal(/then a fault$/.test(fate), (fault?.afterRow ?? 0) > 0, key);
        }
    });

    it("breaks rows in every way the platform has a reason for", () => {
        const files = ["unknown-source", "wrong-message", "decompression-bomb", "empty-file"];
        const missing = Object.keys(REASONS).filter((reason) => !(reason in madeOutcomes().quarantined.byReason));
        assert.deepEqual(missing, files);
    });

    it("names each cause of a broken row once", () => {
        const causes = made().deliveries.flatMap(({ outcomes }) =>
            outcomes.flatMap((one) => (one.kind === "quarantined" ? [`${one.by} ${one.reason}: ${one.cause}`] : [])),
        );
        assert.ok(new Set(causes).size >= 50, `${new Set(causes).size} causes`);
    });

    it("balances: what comes in is scored, quarantined or a duplicate", () => {
        const { in: arrived, scored, quarantined, duplicates } = madeOutcomes();
        assert.equal(arrived, scored + quarantined.total + duplicates);
    });

    it("counts each file as its manifest must", () => {
        const { files, live, in: arrived, quarantined } = madeOutcomes();
        const inFiles = Object.values(files).reduce((sum, { rows, fault }) => sum + rows + (fault ? 1 : 0), 0);
        const inMessages = Object.values(live).reduce((sum, { messages }) => sum + messages, 0);
        assert.equal(inFiles + inMessages, arrived);
        const byScreen = outcomesOf(/./).filter((one) => one.kind === "quarantined" && one.by === "screen").length;
        const byUnpack = Object.values(files).reduce((sum, file) => sum + file.quarantined + (file.fault ? 1 : 0), 0);
        assert.equal(byScreen + byUnpack, quarantined.total);
    });

    it("repeats only what is delivered elsewhere too: within a file, across files, and live after a file", () => {
        const all = new Set(idsOf(outcomesOf(/./), "scored"));
        assert.deepEqual(
            idsOf(outcomesOf(/./), "duplicate").filter((id) => !all.has(id)),
            [],
        );
        for (const [again, first] of [
            [/clearing-.*\.csv$/, /clearing-.*\.csv$/],
            [/\.csv\.gz$/, /clearing-.*\.csv$/],
            [/acquirer-south/, /clearing-/],
            [/sent-again/, /settlement-[-\d]+\.xml$/],
            [/^live/, /^live/],
            [/^live/, /^core-banking/],
        ] as const) {
            const known = new Set(idsOf(outcomesOf(first), "scored"));
            const repeated = idsOf(outcomesOf(again), "duplicate").filter((id) => known.has(id));
            assert.ok(repeated.length > 0, `${again} repeats nothing of ${first}`);
        }
    });

    it("alerts the same transactions whichever content of a disputed id comes first", () => {
        const disputed = outcomesOf(/./).flatMap((one) =>
            "transaction" in one && one.kind === "quarantined" ? one : [],
        );
        const first = made().scored.map(({ transaction }) => transaction);
        const last = first.map(
            (own) => disputed.find(({ transaction }) => transaction.id === own.id)?.transaction ?? own,
        );
        assert.equal(disputed.length, 3);
        assert.equal(last.filter((own, index) => own !== first[index]).length, 3);
        const { threshold, modelThreshold } = local.alerts;
        const says = saysOf(setsOf(made().scored, defaults.seed));
        const model = { ensemble: starterModel(), threshold: modelThreshold };
        assert.deepEqual([...alertsOf(last, threshold, model, says).keys()].sort(), madeOutcomes().alertedIds);
    });

    it("takes what is broken or disputed from accounts that nothing else touches", () => {
        const others = spares(new Random(1), defaults.start);
        const accounts = Array.from({ length: 40 }, () => [
            others.card().accountId,
            others.transfer().accountId,
        ]).flat();
        assert.equal(new Set(accounts).size, 80);
        assert.equal(others.used.length, 80);
    });

    it("lists every card number of the files, also of rows broken elsewhere", () => {
        const written = new Set<string>();
        for (const { key, bytes, fault } of made().deliveries) {
            if (key.endsWith(".gz") && fault !== undefined) continue;
            const text = Buffer.from(key.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
            for (const [digits] of text.matchAll(/(?<![\dA-Z])\d{14,16}(?!\d)/g))
                if (isCardNumber(digits)) written.add(digits);
        }
        const listed = new Set(made().cardNumbers);
        assert.ok(written.size > 100);
        assert.deepEqual(
            [...written].filter((number) => !listed.has(number)),
            [],
        );
    });

    it("lets an account appear in several sources, but a card in one only", () => {
        const sources = new Map<string, Set<string>>();
        const cards = new Map<string, Set<string>>();
        for (const { transaction } of made().scored) {
            const { accountId, cardToken, source } = transaction;
            sources.set(accountId, (sources.get(accountId) ?? new Set()).add(source));
            if (cardToken !== undefined) cards.set(cardToken, (cards.get(cardToken) ?? new Set()).add(source));
        }
        assert.ok([...sources.values()].filter((some) => some.size >= 3).length >= 20);
        assert.deepEqual(
            [...cards.values()].filter((some) => some.size > 1),
            [],
        );
    });

    it("keeps every transaction within its fortnight", () => {
        for (const { transaction } of made().scored) {
            assert.match(transaction.occurredAt, /^2026-(09-2[789]|09-30|10-0\d|10-1[0-3])T/);
        }
    });
});
