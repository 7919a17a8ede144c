import assert from "node:assert/strict";
import { canonicalJson } from "../../../contract/transaction/transaction.ts";
import { delaysOf } from "../../../operations/proof/latency/delays.ts";
import { judge } from "../../../operations/proof/latency/judge.ts";
import { type Measured, SHARES } from "../../../operations/proof/latency/measure.ts";
import { Messages } from "../../../operations/proof/latency/messages.ts";
import { growthOf } from "../../../operations/proof/latency/platform.ts";
import { latencyPlot } from "../../../operations/proof/latency/plot.ts";
import { secondsIn } from "../../../operations/proof/latency/processor-time.ts";
import { latencyReport } from "../../../operations/proof/latency/report.ts";

const HIGHEST = 200;

/** What would be measured if 95 in 100 took so many seconds at each share of the highest rate. */
function measured(within95: readonly number[], lost = 0): Measured {
    const rates = SHARES.map((share, at) => {
        const p95 = (within95[at] ?? 0) * 1000;
        return {
            ...{ share, perSecond: share * HIGHEST, sent: 1000, lost, growth: 1 },
            platform: { p50: p95 / 2, p95, p99: p95 * 1.5 },
            floor: { p50: 3, p95: 8, p99: 20 },
        };
    });
    return { highest: HIGHEST, busy: 0.95, rates };
}

const usual = measured([1.6, 1.8, 2.1, 2.6, 3.4, 9]);

describe("the proof of the latency", () => {
    it("holds where half the highest rate is in time, and finds the knee before the first rate that is not", () => {
        const { knee, faults } = judge(usual);
        assert.deepEqual([knee?.share, faults], [0.9, []]);
    });

    it("fails when half the highest rate is late, as with a function that sleeps or a window of ten seconds", () => {
        const { knee, faults } = judge(measured([10.6, 10.8, 11.1, 11.6, 12.4, 20]));
        assert.equal(knee, undefined);
        assert.deepEqual(faults, ["at half the highest rate 95 % take 11.1 s, more than 4.0 s"]);
    });

    it("finds the knee where messages pile up, although they are still in time", () => {
        const rates = usual.rates.map((rate) => ({ ...rate, growth: rate.share > 0.5 ? 2 : 1.1 }));
        assert.equal(judge({ rates }).knee?.share, 0.5);
        assert.equal(growthOf([1, 1, 5, 5, 3, 3]), 3);
    });

    it("fails when a message has no verdict", () => {
        const { faults } = judge(measured([1, 1, 1, 1, 1, 1], 2));
        assert.equal(faults.length, SHARES.length);
        assert.equal(faults[0], "2 of 1000 messages have no verdict at 10 %");
    });

    it("fails when latency grows faster than the load before the knee", () => {
        const { faults } = judge(measured([0.2, 1, 1.2, 1.4, 1.6, 3]));
        assert.deepEqual(faults, [
            "95 % take 1.0 s at 25 %, from 0.2 s at 10 %: worse than linear",
            "95 % take 1.2 s at 50 %, from 0.2 s at 10 %: worse than linear",
            "95 % take 3.0 s at 110 %, from 0.2 s at 10 %: worse than linear",
        ]);
    });

    it("fails when nothing was measured", () => {
        assert.deepEqual(judge({ rates: [] }).faults, ["nothing was measured at half the highest rate"]);
        assert.equal(judge(measured(SHARES.map(() => Number.NaN))).faults.length, 1);
    });

    it("sends messages of which no two have one id, copies weeks apart, and none that would be refused", () => {
        const sample = canonicalJson({
            ...{ id: "bank:1", source: "bank", accountId: "DE55695014668624644662", counterpartyId: "IEM3211260" },
            ...{
                amountMinor: 5,
                currency: "EUR",
                occurredAt: "2026-10-01T00:00:00.000Z",
                channel: "instant",
                country: "DE",
            },
        });
        const late = sample.replace("2026", "2027");
        const toItself = sample.replace("IEM3211260", "DE55695014668624644662");
        const messages = new Messages([sample, "payment mode", late, toItself], Date.parse("2026-11-01T00:00:00Z"));
        const made = [...messages.next(2).entries(), ...messages.next(1).entries()];
        assert.deepEqual(
            made,
            ["2026-10-01", "2026-09-17", "2026-09-03"].map((day, number) => [
                `bank:copy-${number}`,
                sample.replace("bank:1", `bank:copy-${number}`).replace("2026-10-01", day),
            ]),
        );
    });

    it("says of how many in a hundred no longer was taken", () => {
        const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
        assert.deepEqual(delaysOf(hundred), { p50: 50, p95: 95, p99: 99 });
        assert.ok(Number.isNaN(delaysOf([]).p95));
    });

    it("reads the time of a processor as either system writes it", () => {
        assert.deepEqual(["00:01:02", "1-00:00:03", "2:03.50"].map(secondsIn), [62, 86_403, 123.5]);
    });

    it("draws both with units, the claim and the knee, in colours that neither light nor dark swallows", () => {
        const svg = latencyPlot(usual, judge(usual));
        for (const text of [
            "live messages a second",
            "seconds from send",
            "platform, 95 %",
            "services alone, 99 %",
            "knee",
            "4 s claimed",
        ]) {
            assert.ok(svg.includes(text), `${text} is not in the picture`);
        }
        const found = /<text[^>]*fill="(#000|#fff|#333|black|white)[^>]*>/i.exec(svg)?.[0];
        assert.equal(found, undefined);
    });

    it("writes what holds, the knee and what bounds it, or what does not hold", () => {
        const page = latencyReport(usual, judge(usual), "latency.svg");
        assert.match(page, /It holds\./);
        assert.match(page, /The knee is at 90 % of the highest rate, 180 messages a second/);
        assert.match(page, /What bounds it is the one thread of the local services, which took 95 %/);
        assert.match(page, /\| 50 % \| 100\.0 \| 1000 \| 0 \| 1\.05, 2\.10, 3\.15 s \| 1\.00 \| 3, 8, 20 ms \|/);
        const idle = { ...measured([5, 5, 5, 5, 5, 5]), busy: 0.3 };
        const other = latencyReport(idle, judge(idle), "latency.svg");
        assert.match(other, /\*\*It does not hold\*\*: at half the highest rate 95 % take 5\.0 s/);
        assert.match(other, /There is no knee: already the lowest rate is too much\. .* took 30 % of one processor/);
    });
});
