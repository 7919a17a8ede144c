import assert from "node:assert/strict";
import fc from "fast-check";
import { wallClock } from "../../../contract/values/wall-clock.ts";
import type { Conventions } from "../../../functions/unpack/conventions.ts";
import { inputs } from "../support/inputs.ts";
import { COLUMNS, row } from "../unpack/support/card-rows.ts";
import { document, message, transfer } from "../unpack/support/pacs.ts";
import { type Read, read } from "../unpack/support/readers.ts";

const MINUTE = 60_000;
const instant = fc.integer({ min: Date.UTC(1990, 0, 1) / MINUTE, max: Date.UTC(2037, 0, 1) / MINUTE });
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"];
const zone = fc.constantFrom(...ZONES);

/** A time as each of the formats writes it, and what becomes of it there. */
async function everywhere(time: string, conventions: Conventions = {}): Promise<string[]> {
    const banking = `{"reference":"r","accountId":"a","counterpartyAccount":"b","amount":1.5,"currency":"EUR","bookedAt":"${time}","channel":"wire","country":"FR"}`;
    const pacs = document(message(transfer({ rest: `<AccptncDtTm>${time}</AccptncDtTm>` })));
    const created = document(message(transfer(), `<MsgId>M</MsgId><CreDtTm>${time}</CreDtTm>`));
    return [
        outcome(await read("card-network", `${COLUMNS}\n${row({ transaction_time: time })}`, { conventions })),
        outcome(await read("core-banking", banking, { conventions })),
        outcome(await read("iso20022", pacs, { conventions })),
        outcome(await read("iso20022", created, { conventions })),
    ];
}

function outcome({ outcomes }: Read): string {
    const [first] = outcomes;
    return first?.ok === true ? first.transaction.occurredAt : (first?.reason ?? "none");
}

async function assertEverywhere(time: string, expected: string, conventions?: Conventions): Promise<void> {
    for (const found of await everywhere(time, conventions)) assert.equal(found, expected, time);
}

const wall = (minutes: number): string => new Date(minutes * MINUTE).toISOString().slice(0, 19);

/** The instants at which a clock there shows this, by asking what it shows at every instant that could be meant. */
function instantsOf(local: string, timeZone: string): number[] {
    const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    const around = Date.parse(`${local}Z`) / MINUTE;
    const offsets = Array.from({ length: (12 + 14) * 4 + 1 }, (_, index) => (index - 12 * 4) * 15);
    return offsets
        .map((offset) => (around - offset) * MINUTE)
        .filter((at) => shown.format(at) === local.replace("T", " "));
}

describe("times", () => {
    it("with an offset are that instant, in every format", async () => {
        const offset = fc.integer({ min: -12 * 60, max: 14 * 60 });
        await fc.assert(
            fc.asyncProperty(instant, offset, fc.constantFrom(":", ""), async (minutes, ahead, colon) => {
                const size = Math.abs(ahead);
                const pair = (value: number): string => String(value).padStart(2, "0");
                const sign = `${ahead < 0 ? "-" : "+"}${pair(Math.floor(size / 60))}${colon}${pair(size % 60)}`;
                const written = ahead === 0 && colon === "" ? "Z" : sign;
                await assertEverywhere(wall(minutes + ahead) + written, `${wall(minutes)}.000Z`);
            }),
            inputs(120),
        );
    });

    it("with an offset that no clock has are refused", async () => {
        const beyond = fc.oneof(
            fc.integer({ min: 14 * 60 + 1, max: 23 * 60 + 59 }).map((size) => ["+", size] as const),
            fc.integer({ min: 12 * 60 + 1, max: 23 * 60 + 59 }).map((size) => ["-", size] as const),
        );
        await fc.assert(
            fc.asyncProperty(instant, beyond, async (minutes, [sign, size]) => {
                const pair = (value: number): string => String(value).padStart(2, "0");
                const written = `${wall(minutes)}${sign}${pair(Math.floor(size / 60))}:${pair(size % 60)}`;
                await assertEverywhere(written, "invalid-time");
            }),
            inputs(60),
        );
    });

    it("without an offset are refused where no zone is configured", async () => {
        await fc.assert(
            fc.asyncProperty(instant, fc.constantFrom("T", " "), async (minutes, between) => {
                await assertEverywhere(wall(minutes).replace("T", between), "ambiguous-time");
            }),
            inputs(60),
        );
    });

    it("without an offset are what the clocks of the source's zone showed once, and refused where never or twice", async () => {
        // Around midnight to four of any day, so that clocks are often put back or forward.
        const days = fc.integer({ min: 0, max: 47 * 365 });
        await fc.assert(
            fc.asyncProperty(days, fc.integer({ min: 0, max: 32 }), zone, async (day, quarter, timeZone) => {
                const local = wall(Date.UTC(1990, 0, 1 + day) / MINUTE + quarter * 15);
                const meant = instantsOf(local, timeZone);
                const [only] = meant;
                const expected = meant.length === 1 ? new Date(only ?? 0).toISOString() : "ambiguous-time";
                await assertEverywhere(local, expected, { clock: wallClock(timeZone) });
            }),
            {
                ...inputs(120),
                // Put forward and put back, the half hour of Lord Howe, and a midnight that never was.
                examples: [
                    [(Date.UTC(2026, 2, 29) - Date.UTC(1990, 0, 1)) / 86_400_000, 10, "Europe/Berlin"],
                    [(Date.UTC(2026, 9, 25) - Date.UTC(1990, 0, 1)) / 86_400_000, 10, "Europe/Berlin"],
                    [(Date.UTC(2026, 3, 5) - Date.UTC(1990, 0, 1)) / 86_400_000, 7, "Australia/Lord_Howe"],
                    [(Date.UTC(2018, 10, 4) - Date.UTC(1990, 0, 1)) / 86_400_000, 1, "America/Sao_Paulo"],
                ],
            },
        );
    });

    it("that are planned say nothing of when a payment happened", async () => {
        const planned = fc.record({
            SttlmTmReq: fc.subarray(["CLSTm", "TillTm", "FrTm", "RjctTm"]),
            SttlmTmIndctn: fc.subarray(["DbtDtTm", "CdtDtTm"]),
            days: fc.integer({ min: -3000, max: 3000 }),
        });
        await fc.assert(
            fc.asyncProperty(instant, planned, async (minutes, { SttlmTmReq, SttlmTmIndctn, days }) => {
                const then = wall(minutes + days * 24 * 60);
                const times = SttlmTmReq.map((name) => `<${name}>${then.slice(11)}Z</${name}>`).join("");
                const indicated = SttlmTmIndctn.map((name) => `<${name}>${then}Z</${name}>`).join("");
                const rest = `<IntrBkSttlmDt>${then.slice(0, 10)}</IntrBkSttlmDt><SttlmTmIndctn>${indicated}</SttlmTmIndctn><SttlmTmReq>${times}</SttlmTmReq>`;
                const group = `<MsgId>M</MsgId><CreDtTm>${wall(minutes)}Z</CreDtTm><IntrBkSttlmDt>${then.slice(0, 10)}</IntrBkSttlmDt>`;
                const file = document(message(transfer({ rest }), group));
                assert.equal(outcome(await read("iso20022", file)), `${wall(minutes)}.000Z`);
                const nothing = document(message(transfer({ rest }), "<MsgId>M</MsgId>"));
                assert.equal(outcome(await read("iso20022", nothing)), "missing-field");
            }),
            inputs(120),
        );
    });
});
