import assert from "node:assert/strict";
import fc from "fast-check";
import { SUPPLEMENTARY_SETS } from "../../../contract/files/supplementary.ts";
import { event, rating, World } from "../receive/receiving.ts";
import { bounded, mutated } from "./support/mutations.ts";
import { casesOf } from "./support/texts.ts";

const cases = casesOf("supplementary-rows");
const samples = [1, 3].map((rows) =>
    JSON.stringify(Array.from({ length: rows }, (_, row) => rating(`account-${row}`))),
);
const schema = SUPPLEMENTARY_SETS["customer-risk-ratings"];

async function sent(bytes: Buffer) {
    const world = new World();
    // As API Gateway hands over what may not be text.
    const outcome: unknown = await world.send(
        event("batches", null, { body: bytes.toString("base64"), isBase64Encoded: true }),
    );
    return { world, outcome };
}

describe("nasty batches of supplementary rows", () => {
    for (const { name, bytes, expected } of cases) {
        it(`${name} comes to what lies beside it`, async () => {
            const { world, outcome } = await sent(bytes);
            assert.deepEqual({ outcome, kept: [...world.objects.values()] }, expected);
        });
    }
});

describe("batches of supplementary rows, damaged at random", () => {
    it("are kept whole, each row sound, or refused and leave nothing", async () => {
        await fc.assert(
            fc.asyncProperty(mutated([...samples, ...cases.map(({ bytes }) => bytes)]), async (bytes) => {
                const { world, outcome } = await sent(bytes);
                if (typeof outcome === "string") {
                    assert.deepEqual([world.objects.size, world.rows.size, world.told], [0, 0, []]);
                    return;
                }
                const [text = ""] = world.objects.values();
                const rows = text
                    .trimEnd()
                    .split("\n")
                    .map((line) => JSON.parse(line));
                assert.deepEqual(outcome, { did: "batch", rows: rows.length });
                for (const row of rows) assert.deepEqual(schema.parse(row), row);
            }),
            bounded(2000),
        );
    });
});
