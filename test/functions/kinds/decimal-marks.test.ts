import assert from "node:assert/strict";
import fc from "fast-check";
import { conventionsOf, type DecimalMark } from "../../../functions/unpack/conventions.ts";
import { inputs } from "../support/inputs.ts";
import { bankingLine, COLUMNS } from "../troubles/support/files.ts";
import { read } from "../unpack/support/readers.ts";

const DECIMALS = { EUR: 2, JPY: 0, KWD: 3, CLF: 4 } as const;
type Currency = keyof typeof DECIMALS;

/** An amount as somebody means it, and how much of its fraction is written. */
interface Meant {
    minor: number;
    currency: Currency;
    fraction: "whole" | "short" | "long";
}

/** How somebody writes amounts, the same throughout a file. */
interface Habit {
    mark: DecimalMark;
    grouping: boolean;
}

const meant: fc.Arbitrary<Meant> = fc.record({
    minor: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 50_000_000 })),
    currency: fc.constantFrom("EUR", "JPY", "KWD", "CLF"),
    fraction: fc.constantFrom("whole", "short", "long"),
});
const habit: fc.Arbitrary<Habit> = fc.record({ mark: fc.constantFrom(".", ","), grouping: fc.boolean() });
const delimiter = fc.constantFrom(",", ";", "\t", "|");

function written({ minor, currency, fraction }: Meant, { mark, grouping }: Habit): string {
    const decimals = DECIMALS[currency];
    const digits = String(minor).padStart(decimals + 1, "0");
    const whole = digits.slice(0, digits.length - decimals);
    const rest = digits.slice(digits.length - decimals);
    const grouped = grouping ? whole.replace(/\B(?=(?:\d{3})+$)/g, mark === "." ? "," : ".") : whole;
    const short = rest.replace(/0+$/, "");
    const shown = fraction === "long" ? rest : fraction === "whole" && short === "" ? "" : short;
    return shown === "" ? grouped : grouped + mark + shown;
}

function csv(amounts: readonly Meant[], how: Habit, between: string): string {
    const rows = amounts.map((one, index) => {
        const amount = written(one, how);
        const cell = amount.includes(between) ? `"${amount}"` : amount;
        return [
            `t${index}`,
            "4111111111111111",
            "a1",
            "m1",
            "5411",
            "FR",
            cell,
            one.currency,
            "2025-03-01T10:00:00Z",
        ].join(between);
    });
    return [COLUMNS.replaceAll(",", between), ...rows].join("\n");
}

const ndjson = (amounts: readonly Meant[], how: Habit): string =>
    amounts
        .map((one, index) => bankingLine(`t${index}`, { amount: `"${written(one, how)}"`, currency: one.currency }))
        .join("\n");

/** Holds each amount that went on to what was meant; gives the reasons of the others. */
async function reasonsOf(
    source: "card-network" | "core-banking",
    file: string,
    amounts: readonly Meant[],
    configured?: DecimalMark,
): Promise<string[]> {
    const { outcomes, fault } = await read(source, file, {
        conventions: configured === undefined ? {} : { decimalMark: configured },
    });
    assert.equal(fault, null);
    assert.equal(outcomes.length, amounts.length);
    return outcomes.flatMap((outcome, index) => {
        if (!outcome.ok) return [outcome.reason];
        assert.equal(outcome.transaction.amountMinor, amounts[index]?.minor, file);
        return [];
    });
}

describe("amounts whose comma or point may mean two things", () => {
    const some = fc.array(meant, { minLength: 1, maxLength: 8 });

    it("are read as they were meant, or refused as ambiguous, where nothing is configured", async () => {
        await fc.assert(
            fc.asyncProperty(some, habit, delimiter, async (amounts, how, between) => {
                // Commas between the columns say that the point is the decimal mark; so does JSON.
                const said: Habit = between === "," ? { ...how, mark: "." } : how;
                const reasons = await reasonsOf("card-network", csv(amounts, said, between), amounts);
                for (const reason of reasons) assert.equal(reason, "ambiguous-amount");
                const point: Habit = { ...how, mark: "." };
                for (const reason of await reasonsOf("core-banking", ndjson(amounts, point), amounts))
                    assert.equal(reason, "ambiguous-amount");
            }),
            inputs(400),
        );
    });

    it("are all read as they were meant where the source is configured with the mark", async () => {
        await fc.assert(
            fc.asyncProperty(some, habit, delimiter, async (amounts, how, between) => {
                assert.deepEqual(await reasonsOf("card-network", csv(amounts, how, between), amounts, how.mark), []);
                assert.deepEqual(await reasonsOf("core-banking", ndjson(amounts, how), amounts, how.mark), []);
            }),
            inputs(400),
        );
    });

    it("are never read against what the source is configured with", async () => {
        await fc.assert(
            fc.asyncProperty(some, habit, async (amounts, how) => {
                const other = how.mark === "." ? "," : ".";
                const { outcomes } = await read("card-network", csv(amounts, how, ";"), {
                    conventions: { decimalMark: other },
                });
                for (const [index, one] of amounts.entries()) {
                    const text = written(one, how);
                    const outcome = outcomes[index];
                    if (outcome?.ok !== true) continue;
                    const there = Number(text.replaceAll(how.mark, "").replace(other, "."));
                    const decimals = DECIMALS[one.currency];
                    assert.equal(outcome.transaction.amountMinor, Math.round(there * 10 ** decimals), text);
                }
            }),
            inputs(300),
        );
    });

    it("are all read where each shows two decimals and no thousands", async () => {
        const plain = fc.array(
            fc
                .integer({ min: 1, max: 99_999_999 })
                .map((minor): Meant => ({ minor, currency: "EUR", fraction: "long" })),
            { minLength: 1, maxLength: 8 },
        );
        await fc.assert(
            fc.asyncProperty(plain, fc.constantFrom<DecimalMark>(".", ","), async (amounts, mark) => {
                const file = csv(amounts, { mark, grouping: false }, ";");
                assert.deepEqual(await reasonsOf("card-network", file, amounts), []);
            }),
            inputs(200),
        );
    });

    it("are configured by the begin of the landing key, the longest of several", () => {
        const of = conventionsOf(
            '[{"prefix":"card-network/","decimalMark":"."},{"prefix":"card-network/south/","decimalMark":","}]',
        );
        assert.equal(of("card-network/south/a.csv").decimalMark, ",");
        assert.equal(of("card-network/a.csv").decimalMark, ".");
        assert.equal(of("core-banking/a.ndjson").decimalMark, undefined);
    });
});
