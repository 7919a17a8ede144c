import assert from "node:assert/strict";
import { completedIn } from "../../../functions/work/completion.ts";

/** As Lambda sends it to a destination. */
const completion = (condition: string, responsePayload?: unknown) => ({
    version: "1.0",
    timestamp: "2026-03-03T00:00:00.000Z",
    requestContext: {
        requestId: "e4b46cbf-b738-4880-b18c-000000000000",
        functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:collect:$LATEST",
        condition,
        approximateInvokeCount: 1,
    },
    requestPayload: { workflow: "batch", step: "collect", run: "df-1/a" },
    responseContext: { statusCode: 200, executedVersion: "$LATEST" },
    responsePayload,
});

describe("the end of a function's run", () => {
    it("is finished when Lambda calls it a success", () => {
        assert.deepEqual(completedIn(completion("Success", null)), { attempt: "df-1/a", outcome: { finished: true } });
    });

    it("hands on whether the function wants the steps that ask it", () => {
        for (const wanted of [true, false]) {
            const answer = completion("Success", { wanted, reason: "two new decisions" });
            assert.deepEqual(completedIn(answer), { attempt: "df-1/a", outcome: { finished: true }, wanted });
        }
    });

    it("is failed with what the function threw", () => {
        const thrown = { errorType: "TypeError", errorMessage: "boom", trace: ["TypeError: boom", "at x"] };
        assert.deepEqual(completedIn(completion("RetriesExhausted", thrown))?.outcome, {
            finished: false,
            errorId: "TypeError",
            message: "boom",
            stack: "TypeError: boom\nat x",
        });
    });

    it("is failed with Lambda's reason when the function never ran", () => {
        assert.deepEqual(completedIn(completion("EventAgeExceeded"))?.outcome, {
            finished: false,
            errorId: "EventAgeExceeded",
            message: "Lambda gave the run up: EventAgeExceeded",
        });
    });

    it("is nothing that the schedule says", () => {
        assert.equal(completedIn({}), undefined);
        assert.equal(completedIn("tick"), undefined);
    });
});
