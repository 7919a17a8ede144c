import assert from "node:assert/strict";
import fc from "fast-check";
import { reconcile } from "../../../functions/reconcile/reconcile.ts";
import { Books, minutesAgo } from "./support.ts";

/** What becomes of a transaction, and whether it is lost. Each clock is up to five minutes off. */
const FATES = {
    loaded: undefined,
    young: undefined,
    scoredJustNow: undefined,
    parked: undefined,
    olderThanIndex: undefined,
    stuck: "unscored",
    held: "unscored",
    unloaded: "unloaded",
    unclaimed: "unclaimed",
} as const;

type Fate = keyof typeof FATES;

interface Life {
    fate: Fate;
    source: string;
    /** Since it was received. */
    minutes: number;
    skew: number;
}

const life: fc.Arbitrary<Life> = fc.record({
    fate: fc.constantFrom(...(Object.keys(FATES) as Fate[])),
    source: fc.constantFrom("core-banking", "card-network", "mobile-bank"),
    // Within the hours that are looked at, from 12:40 of the day before to the hour that ended at 12:00.
    minutes: fc.integer({ min: 60, max: 23 * 60 }),
    skew: fc.integer({ min: -5, max: 5 }),
});

function lived(books: Books, id: string, { fate, source, minutes, skew }: Life): void {
    const receivedAt = minutesAgo(minutes);
    const old = { source, minutes, claimedAt: minutesAgo(minutes + skew), scoredAt: minutesAgo(minutes - skew) };
    if (fate === "unclaimed") books.loaded.set(id, { source, receivedAt });
    else if (fate === "young") books.transaction(id, { ...old, state: "forwarded", claimedAt: minutesAgo(10 + skew) });
    else if (fate === "scoredJustNow") books.transaction(id, { ...old, scoredAt: minutesAgo(25 + skew) });
    else if (fate === "stuck" || fate === "parked") books.transaction(id, { ...old, state: "forwarded" });
    else if (fate === "held") books.transaction(id, { ...old, state: "claimed" });
    else books.transaction(id, old);
    if (fate === "scoredJustNow" || fate === "unloaded") books.lose(id);
    if (fate === "parked") books.parked.add(id);
    if (fate === "olderThanIndex") books.unindexed.add(id);
}

describe("any history", () => {
    it("has exactly its losses told, each once, under what is wrong with it", async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(life, { maxLength: 40 }), async (lives) => {
                const books = new Books();
                for (const [index, one] of lives.entries()) lived(books, `t${index}`, one);
                const { imbalances } = await reconcile(books.ports());
                const found = imbalances.flatMap(({ unscored, unloaded, unclaimed }) =>
                    Object.entries({ unscored, unloaded, unclaimed }).flatMap(([what, ids]) =>
                        ids.map((id) => `${id} ${what}`),
                    ),
                );
                const lost = lives.flatMap(({ fate }, index) =>
                    FATES[fate] === undefined ? [] : [`t${index} ${FATES[fate]}`],
                );
                assert.deepEqual(found.sort(), lost.sort());
                assert.equal(
                    books.told.reduce((sum, { count }) => sum + count, 0),
                    lost.length,
                );
                const places = imbalances.map(({ hour, source }) => `${hour} ${source}`);
                assert.equal(new Set(places).size, books.told.length);
                assert.equal((await reconcile(books.ports())).told, 0);
            }),
            { numRuns: 300 },
        );
    });
});
