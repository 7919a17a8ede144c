import assert from "node:assert/strict";
import { itNeeds } from "../../support/correction.ts";

describe("correction closed-doors", () => {
    itNeeds("closed-doors", {
        behaviour: "answers no request of ministack's own without a signature",
        async observe({ services }) {
            const paths = ["sqs/messages", "health", "lambda-code/some-function", "ready"];
            return Promise.all(
                paths.map(async (path) => (await fetch(`${services.endpoint}/_ministack/${path}`)).status),
            );
        },
        expect: (statuses) => assert.deepEqual(statuses, [404, 404, 404, 200]),
    });
});
