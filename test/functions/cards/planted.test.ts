import assert from "node:assert/strict";
import fc from "fast-check";
import { inputs } from "../support/inputs.ts";
import { DISGUISES } from "./support/disguises.ts";
import { numbers } from "./support/numbers.ts";
import { FORMATS, KINDS, LIVE_FIELDS, liveMessage } from "./support/plants.ts";
import { shows } from "./support/seek.ts";
import { fileLeaves, messageLeaves } from "./support/ways.ts";

const limits = inputs(150);

const disguise = fc.constantFrom(...DISGUISES);
const kind = fc.constantFrom(...KINDS);

function assertHidden(texts: readonly string[], number: string): void {
    for (const text of texts) assert.ok(!shows(text, number), `${number} leaves in ${text.slice(0, 2000)}`);
}

describe("a card number planted in a file", () => {
    for (const [format, { fields, plant }] of Object.entries(FORMATS)) {
        it(`of ${format} leaves by no exit, in any field and disguise, whatever becomes of its row`, async () => {
            await fc.assert(
                fc.asyncProperty(
                    numbers,
                    disguise,
                    fc.constantFrom(...fields),
                    kind,
                    async (number, how, field, what) => {
                        const planted = plant(field, how.write(number), what, how.raw ?? false);
                        assertHidden(await fileLeaves(planted), number);
                    },
                ),
                limits,
            );
        });
    }

    for (const how of DISGUISES) {
        it(`behind ${how.name} leaves by no exit, in any format and field`, async () => {
            const number = "4539578763621486";
            for (const { fields, plant } of Object.values(FORMATS)) {
                for (const field of fields) {
                    for (const what of KINDS) {
                        assertHidden(await fileLeaves(plant(field, how.write(number), what, how.raw ?? false)), number);
                    }
                }
            }
        });
    }
});

describe("a card number planted in a live message", () => {
    it("leaves by no exit, in any field and disguise", async () => {
        await fc.assert(
            fc.asyncProperty(
                numbers,
                disguise,
                fc.constantFrom(...LIVE_FIELDS),
                kind,
                async (number, how, field, what) => {
                    const message = liveMessage(field, how.write(number), what, how.raw ?? false);
                    assertHidden(await messageLeaves(message), number);
                },
            ),
            limits,
        );
    });

    for (const how of DISGUISES) {
        it(`behind ${how.name} leaves by no exit, in any field`, async () => {
            const number = "4539578763621486";
            for (const field of LIVE_FIELDS) {
                for (const what of KINDS) {
                    assertHidden(
                        await messageLeaves(liveMessage(field, how.write(number), what, how.raw ?? false)),
                        number,
                    );
                }
            }
        });
    }
});
