import assert from "node:assert/strict";
import { DISGUISES } from "./support/disguises.ts";
import { ALL_GUARDS, type Exit, GUARDS, MASKINGS, type Plant } from "./support/maskings.ts";
import { FORMATS, liveMessage } from "./support/plants.ts";
import { shows, textsOf } from "./support/seek.ts";
import { type Ways, waysWithout } from "./support/without.ts";

const NUMBER = "4539578763621486";

/** Whether the number is seen by those who look for planted ones. */
async function isSeen(ways: Ways, { format, field, behind, kind, number = NUMBER, write }: Plant): Promise<boolean> {
    const how = DISGUISES.find(({ name }) => name === behind);
    assert.ok(how, behind);
    const text = (write ?? how.write)(number);
    const raw = how.raw ?? false;
    const left = FORMATS[format]
        ? await ways.fileLeaves(FORMATS[format].plant(field, text, kind, raw))
        : await ways[format === "live" ? "messageLeaves" : "screenLeaves"](liveMessage(field, text, kind, raw));
    return left.some((one) => shows(one, number));
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

describe("the search for planted card numbers", () => {
    let guarded: Ways;
    let unguarded: Ways;
    before(async () => {
        guarded = await waysWithout();
        unguarded = await waysWithout(...ALL_GUARDS);
    });

    // What a guard stops is put aside, masked: to see a masking at its work, nobody may stand behind it.
    for (const { plant, also, ...masking } of MASKINGS) {
        it(`finds one without ${masking.name}, and none with it even where no guard stands at the exits`, async () => {
            assert.equal(await isSeen(unguarded, plant), false, "with it");
            assert.equal(
                await isSeen(await waysWithout(masking, ...(also ? [also] : []), ...ALL_GUARDS), plant),
                true,
                "without it",
            );
        });
    }

    for (const { exit, ...guard } of GUARDS) {
        it(`finds one without ${guard.name}, and none with it`, async () => {
            assert.equal(await leaves(guarded, exit), false, "with it");
            assert.equal(await leaves(await waysWithout(guard), exit), true, "without it");
        });
    }
});
