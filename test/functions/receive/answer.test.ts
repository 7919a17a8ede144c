import assert from "node:assert/strict";
import { answerTo } from "../../../functions/receive/answer.ts";
import type { Event } from "../../../functions/receive/request.ts";
import { event, NOW, RUN, rating, World } from "./receiving.ts";

const SET = "customer-risk-ratings";
const route = (verb: string) => `POST /supplementary/{set}/{run}/${verb}`;

/** The answer, and everything it said of it. */
async function answered(given: Event, world = new World()) {
    const said: unknown[] = [];
    const note = (...words: unknown[]) => void said.push(words);
    const { statusCode, body = "" } = await answerTo(given, world, NOW, { info: note, warn: note, count: note });
    return { statusCode, body: JSON.parse(body), said };
}

describe("the answer of receive", () => {
    it("says what was done, and counts it for the set", async () => {
        const { statusCode, body, said } = await answered(event("batches", [rating("a-1")]));
        assert.deepEqual([statusCode, body], [200, { did: "batch", rows: 1 }]);
        assert.deepEqual(said, [
            ["batch", { route: route("batches"), set: SET, run: RUN, rows: 1 }],
            ["batches", SET],
        ]);
    });

    it("counts a completed set under the name that the alarm on a late one reads", async () => {
        const world = new World();
        await answered(event("batches", [rating("a-1")]), world);
        const { said } = await answered(event("complete", { rowsCopied: 1 }), world);
        assert.deepEqual(said[1], ["completed", SET]);
    });

    it("gives a refusal its status and reason, and logs it", async () => {
        const forged = event("batches", [rating("a-1")], { headers: { authorization: "Bearer forged" } });
        const { statusCode, body, said } = await answered(forged);
        assert.equal(statusCode, 403);
        assert.deepEqual(body, {
            error: { code: "token-refused", message: "AWS does not trust this token for this purpose." },
        });
        assert.deepEqual(said, [["refused", { route: route("batches"), set: SET, run: RUN, code: "token-refused" }]]);
    });

    it("never repeats a token or a row, neither in the answer nor in the log", async () => {
        const wrong = [{ ...rating("the-account"), rating: "the-rating", "Jane Doe": "x" }];
        const all = [
            await answered(event("batches", wrong)),
            await answered(event("batches", [rating("the-account")])),
        ];
        assert.doesNotMatch(JSON.stringify(all), /good-token|the-account|the-rating/);
    });

    it("is an error, not a refusal, when AWS does not answer", async () => {
        const world = new World();
        world.failing.add("write");
        await assert.rejects(answered(event("batches", [rating("a-1")]), world), /no answer to write/);
    });
});
