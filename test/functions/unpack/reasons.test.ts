import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { landedFile } from "../../../contract/files/landing.ts";
import { FILE_FINDINGS, FILE_REASONS, REASONS } from "../../../contract/reasons.ts";
import { CardNumberError } from "../../../functions/adapters/card-guard.ts";
import type { QueueSender } from "../../../functions/adapters/queue.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { made } from "../../samples/made.ts";
import { emptyCloud } from "../support/cloud.ts";
import { message, quarantined, run } from "../support/screen-runs.ts";
import { MemoryWorld } from "./support/memory-world.ts";
import { EXAMPLES, type Example, exampleOf, FORMATS, type Format } from "./support/reason-examples.ts";
import { quarantineLines } from "./support/unpacking.ts";

const README = readFileSync(new URL("../../../functions/unpack/README.md", import.meta.url), "utf8");
/** Of the table of reasons: which formats can get it, and what then is put aside. */
const PAGE = new Map(
    [...README.matchAll(/^\| `([a-z-]+)` \|(.*)\| (.+) \|$/gm)].map(([, reason = "", cells = ""]) => {
        const marks = cells.split("|").map((cell) => cell.trim());
        return [reason, new Map(FORMATS.map((format, index) => [format, marks[index] ?? ""]))] as const;
    }),
);
const KNOWN = [...Object.keys(REASONS), ...Object.keys(FILE_FINDINGS)];
const KEYS: Record<Format, string> = {
    CSV: "card-network/a.csv",
    NDJSON: "core-banking/a.ndjson",
    XML: "iso20022/a.xml",
    live: "",
};
const stopping: QueueSender = {
    send: async (messages) =>
        messages.map(() => ({ status: "rejected", reason: new CardNumberError("the guard stopped it") })),
};

/** Why things were refused, and what was only told. */
async function outcomeOf(format: Format, { content, key = KEYS[format], before, stopped }: Example) {
    const cloud = emptyCloud();
    if (format === "live") {
        const batch = [before, content].filter((text) => text !== undefined).map((text) => message(String(text)));
        await run(cloud, batch);
        return { refused: [...quarantined(cloud).values()].map(({ reason }) => reason), told: [] };
    }
    const world = new MemoryWorld();
    const ports = world.ports({ chunk: 1 << 16 });
    await unpack(world.put(key, content), stopped ? { ...ports, bulk: stopping } : ports);
    const received = world.bulk.map(({ body, attributes }) => message(body, attributes.origin?.StringValue));
    await run(cloud, received);
    const kinds = world.published.map((text) => JSON.parse(text).kind);
    return {
        refused: [
            ...quarantineLines(world).map(({ reason }) => reason),
            ...[...quarantined(cloud).values()].map(({ reason }) => reason),
        ],
        told: kinds.filter((kind) => Object.hasOwn(FILE_FINDINGS, kind)),
    };
}

describe("the README's table of reasons", () => {
    it("has a line for each reason that the code knows, and none besides", () => {
        assert.deepEqual([...PAGE.keys()].sort(), KNOWN.sort());
    });

    it("marks the formats of which there is an example here, and no other", () => {
        const marked = [...PAGE].map(([reason, cells]) => [
            reason,
            FORMATS.filter((format) => cells.get(format) !== ""),
        ]);
        const shown = KNOWN.map((reason) => {
            const examples = EXAMPLES[reason as keyof typeof EXAMPLES] ?? {};
            return [reason, FORMATS.filter((format) => examples[format] !== undefined)];
        });
        assert.deepEqual(Object.fromEntries(marked), Object.fromEntries(shown));
    });

    it("says of each whether a row, a message or the file is put aside, or whether it is only told", () => {
        for (const [reason, cells] of PAGE) {
            for (const [format, mark] of cells) {
                if (mark === "") continue;
                const expected = Object.hasOwn(FILE_FINDINGS, reason)
                    ? "told"
                    : Object.hasOwn(FILE_REASONS, reason)
                      ? "file"
                      : format === "live"
                        ? "message"
                        : "row";
                assert.equal(mark, expected, `${reason} of ${format}`);
            }
        }
    });

    for (const [reason, formats] of Object.entries(EXAMPLES)) {
        for (const [format, example] of Object.entries(formats)) {
            it(`is true of ${reason} in ${format}`, async () => {
                const { refused, told } = await outcomeOf(format as Format, exampleOf(example));
                const isTold = Object.hasOwn(FILE_FINDINGS, reason);
                assert.deepEqual([refused, told], isTold ? [[], [reason]] : [[reason], []]);
            });
        }
    }

    it("allows whatever the samples have refused", () => {
        const formats: Readonly<Record<string, Format>> = { csv: "CSV", ndjson: "NDJSON", xml: "XML" };
        for (const { key, outcomes, fault } of made().deliveries) {
            const format = formats[landedFile(key)?.format ?? ""] ?? (key.startsWith("live/") ? "live" : undefined);
            const reasons = outcomes.flatMap((one) => (one.kind === "quarantined" ? [one.reason as string] : []));
            for (const reason of new Set([...reasons, ...(fault === undefined ? [] : [fault.reason])])) {
                if (format !== undefined) assert.notEqual(PAGE.get(reason)?.get(format), "", `${reason} in ${key}`);
            }
        }
    });
});
