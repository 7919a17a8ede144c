import assert from "node:assert/strict";
import fc from "fast-check";
import { containsCardNumber } from "../../../contract/values/card-number.ts";
import { park } from "../../../functions/park/park.ts";
import { ParkedMessage } from "../../../functions/park/parked.ts";
import { type ReplayMessage, replay } from "../../../functions/park/replay.ts";
import { emptyCloud, portsTo } from "../support/cloud.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { bounded, mutated } from "./support/mutations.ts";
import { casesOf, firstLines } from "./support/texts.ts";

const NOW = "2026-03-03T00:00:10.000Z";
const cases = casesOf("parked-messages");
const bodies = firstLines("live/messages-2026-10-11.ndjson", 6).trimEnd().split("\n");

/** What a replay of one parked object makes of it. */
async function replayed(text: string) {
    const sent: ReplayMessage[] = [];
    const written: string[] = [];
    const keys = async function* (prefix: string) {
        if (prefix === "") yield "some-dead/2026-03-02/m-1.json";
    };
    const { refused } = await replay(
        "",
        {
            keys,
            read: async () => text,
            send: async (_, message) => void sent.push(message),
            write: async (key) => void written.push(key),
        },
        NOW,
    );
    return { sent, written, refused: refused.map(({ why }) => why) };
}

async function parked(body: string, attributes: Record<string, string>): Promise<string> {
    const cloud = emptyCloud();
    const { failures } = await park(
        [sqsRecord({ body, attributes, queue: "some-dead", source: "some" })],
        portsTo(cloud),
        NOW,
    );
    assert.equal(failures.size, 0);
    const [[key = "", text] = []] = [...cloud.objects];
    assert.equal(key, "parked/some-dead/2026-03-02/m-1.json");
    assert.equal(cloud.published.length, 1, "people are told");
    return String(text);
}

describe("nasty parked messages", () => {
    for (const { name, bytes, expected } of cases) {
        it(`${name} comes to what lies beside it`, async () => {
            const { sent, refused } = await replayed(bytes.toString());
            assert.deepEqual({ sent: sent.map(({ body }) => body), refused }, expected);
        });
    }
});

describe("dead letters, damaged at random", () => {
    const damaged = mutated([...bodies, '{"pan":"4111111111111111"}']).map(String);

    it("are parked whole and go back as they came, or masked and never", async () => {
        await fc.assert(
            fc.asyncProperty(damaged, damaged, async (body, origin) => {
                const text = await parked(body, { origin });
                const message = ParkedMessage.parse(JSON.parse(text));
                const { sent, refused } = await replayed(text);
                assert.ok(!containsCardNumber(message.body) && !containsCardNumber(JSON.stringify(message.attributes)));
                if (message.notReplayable !== undefined) {
                    assert.deepEqual([sent, refused], [[], [message.notReplayable]]);
                    return;
                }
                assert.deepEqual([sent.map((one) => one.body), refused], [[body], []]);
                assert.equal(sent[0]?.attributes.origin?.StringValue, origin);
            }),
            bounded(1000),
        );
    });

    it("that were damaged after they were parked go back once or are refused, and never break the replay", async () => {
        const whole = await parked(bodies[0] ?? "", { origin: "s3:a.csv#1#2" });
        await fc.assert(
            fc.asyncProperty(mutated([whole, ...cases.map(({ bytes }) => bytes)]), async (bytes) => {
                const { sent, written, refused } = await replayed(bytes.toString());
                assert.equal(sent.length + refused.length, 1);
                assert.equal(written.length, sent.length, "what was sent is marked, nothing else");
            }),
            bounded(1000),
        );
    });
});
