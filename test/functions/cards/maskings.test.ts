import assert from "node:assert/strict";
import { DISGUISES } from "./support/disguises.ts";
import { type Exit, GUARDS, MASKINGS, type Plant } from "./support/maskings.ts";
import { FORMATS, liveMessage } from "./support/plants.ts";
import { shows, textsOf } from "./support/seek.ts";
import { type Ways, waysWithout } from "./support/without.ts";

const NUMBER = "4539578763621486";

/** Whether the number is seen by those who look for planted ones: in what left, or because a guard had to stop it. */
async function isSeen(ways: Ways, { format, field, behind, kind, number = NUMBER, write }: Plant): Promise<boolean> {
    const how = DISGUISES.find(({ name }) => name === behind);
    assert.ok(how, behind);
    const text = (write ?? how.write)(number);
    const raw = how.raw ?? false;
    try {
        const left = FORMATS[format]
            ? await ways.fileLeaves(FORMATS[format].plant(field, text, kind, raw))
            : await ways[format === "live" ? "messageLeaves" : "screenLeaves"](liveMessage(field, text, kind, raw));
        return left.some((one) => shows(one, number));
    } catch (error) {
        return error instanceof Error;
    }
}

/** What leaves by the exit when somebody sends a number in clear there. */
async function leaves({ Exits }: Ways, exit: Exit): Promise<boolean> {
    const exits = new Exits();
    const origin = { DataType: "String", StringValue: exit === "attribute" ? NUMBER : "s3:a#1#1" } as const;
    const json = (here: Exit): string => JSON.stringify({ id: exit === here ? NUMBER : "1" });
    const send = {
        queue: () => exits.queue().send([{ body: json("queue"), attributes: { origin } }]),
        object: () => exits.objects().write(exit === "key" ? NUMBER : "a.json", json("object"), "application/json"),
        topic: () => exits.topic().publish(exit === "subject" ? NUMBER : "subject", { id: json("topic") }),
    };
    const by = {
        queue: "queue",
        attribute: "queue",
        object: "object",
        key: "object",
        topic: "topic",
        subject: "topic",
    };
    await send[by[exit] as keyof typeof send]().catch((error: unknown) => assert.match(String(error), /card number/));
    return textsOf(exits.left).some((text) => shows(text, NUMBER));
}

const nothing = {
    name: "nothing",
    file: "functions/unpack/unpack.ts",
    text: "RESERVE_MS = 60_000",
    without: "RESERVE_MS = 60_000",
};

describe("the search for planted card numbers", () => {
    let whole: Ways;
    before(async () => {
        whole = await waysWithout(nothing);
    });

    for (const { plant, ...masking } of MASKINGS) {
        it(`finds one without ${masking.name}, and none with it`, async () => {
            assert.equal(await isSeen(whole, plant), false, "with it");
            assert.equal(await isSeen(await waysWithout(masking), plant), true, "without it");
        });
    }

    for (const { exit, ...guard } of GUARDS) {
        it(`finds one without ${guard.name}, and none with it`, async () => {
            assert.equal(await leaves(whole, exit), false, "with it");
            assert.equal(await leaves(await waysWithout(guard), exit), true, "without it");
        });
    }
});
