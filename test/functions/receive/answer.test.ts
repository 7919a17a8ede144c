import assert from "node:assert/strict";
import { answerTo } from "../../../functions/receive/answer.ts";
import type { Event } from "../../../functions/receive/request.ts";
import { calledBy, event, forgedBy, GOOD, NOW, RUN, rating, SUBJECT, World } from "./receiving.ts";

const SET = "customer-risk-ratings";
const route = (verb: string) => `POST /supplementary/{set}/{run}/${verb}`;

/** The answer, and everything it said of it. */
async function answered(given: Event, world = new World()) {
    const said: unknown[] = [];
    const note = (...words: unknown[]) => void said.push(words);
    const { statusCode, body = "" } = await answerTo(given, SUBJECT, world, NOW, {
        info: note,
        warn: note,
        count: note,
    });
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

    it("gives a refusal its status and reason, and logs it with what AWS said and who it was", async () => {
        const { statusCode, body, said } = await answered(event("batches", [rating("a-1")], forgedBy()));
        assert.equal(statusCode, 403);
        assert.deepEqual(body, {
            error: { code: "token-refused", message: "AWS does not trust this token for this purpose." },
        });
        const about = { route: route("batches"), set: SET, run: RUN, subject: SUBJECT, tenant: "the-tenant" };
        const reason = "InvalidIdentityToken: Incorrect token audience";
        assert.deepEqual(said, [["refused", { ...about, code: "token-refused", reason }]]);
    });

    it("logs nothing of a token but ids of machines", async () => {
        const odd = event("batches", [], { requestContext: calledBy("Jane Doe") });
        const { said } = await answered(odd);
        assert.deepEqual((said as [[string, { code: string; subject?: string }]])[0][1].subject, undefined);
        assert.doesNotMatch(JSON.stringify(said), /Jane|not to be logged/);
    });

    it("never repeats a token or a row, neither in the answer nor in the log", async () => {
        const wrong = [{ ...rating("the-account"), rating: "the-rating", "Jane Doe": "x" }];
        const twice = [rating("the-account"), rating("the-account")];
        const all = [
            await answered(event("batches", wrong)),
            await answered(event("batches", twice)),
            await answered(event("batches", [rating("the-account")])),
        ];
        assert.ok(!JSON.stringify(all).includes(GOOD));
        assert.doesNotMatch(JSON.stringify(all), /the-account|the-rating|Jane/);
    });

    it("is an error, not a refusal, when AWS does not answer", async () => {
        const world = new World();
        world.failing.add("write");
        await assert.rejects(answered(event("batches", [rating("a-1")]), world), /no answer to write/);
    });
});
