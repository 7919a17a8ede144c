import assert from "node:assert/strict";
import { priceOf } from "../../../bench/hot-path/prices.ts";
import { requestFigures } from "../../../bench/hot-path/requests.ts";
import { type Count, since } from "../../../operations/proof/latency/counts.ts";

const role = (name: string) => `arn:aws:sts::111122223333:assumed-role/${name}-1a2b3c4/${name}-5d6e7f8`;

const count = (changes: Partial<Count>): Count => ({
    caller: role("score"),
    service: "dynamodb",
    operation: "Query",
    requests: 1,
    ...changes,
});

describe("the requests of a benchmark", () => {
    it("are those of the platform, for each thousand, by step, service and operation", () => {
        const counts = [
            count({ requests: 40, readUnits: 60 }),
            count({ caller: "lambda:screen-5d6e7f8", service: "sqs", operation: "ReceiveMessage", requests: 6 }),
            count({ caller: "s3", service: "sqs", operation: "SendMessage", requests: 10 }),
            count({
                caller: role("screen"),
                operation: "TransactWriteItems",
                requests: 4,
                writeUnits: 20,
                indexUnits: 2,
            }),
            count({ caller: "lambda:score-5d6e7f8", service: "lambda", operation: "Invoke", requests: 8 }),
            count({ caller: "arn:aws:iam::111122223333:root", operation: "Scan", requests: 500, readUnits: 9000 }),
        ];
        const figures = requestFigures(counts, 2000);
        assert.match(figures[0]?.figure ?? "", /^30, /, "forty, six, ten and four, of two thousand");
        assert.match(figures[1]?.figure ?? "", /^11, /);
        assert.deepEqual(
            figures.slice(3).map(({ what, figure }) => [what, figure]),
            [
                ["· `score`: dynamodb Query", "20 requests, 30 read units"],
                ["· S3 for its bucket: sqs SendMessage", "5 requests"],
                ["· Lambda for `score`: lambda Invoke", "4 requests"],
                ["· Lambda for `screen`: sqs ReceiveMessage", "3 requests"],
                ["· `screen`: dynamodb TransactWriteItems", "2 requests, 11 write units"],
            ],
        );
    });

    for (const [title, one, dollars] of [
        ["a write by its units, those of indexes too", { requests: 1, writeUnits: 10, indexUnits: 4 }, 14 * 0.70675],
        ["a read by its units", { readUnits: 3 }, 3 * 0.1415],
        ["a message by what SQS counts as a request", { service: "sqs", operation: "SendMessage", chunks: 2 }, 0.8],
        ["a new object", { service: "s3", operation: "PUT object" }, 5],
        ["an object that is read", { service: "s3", operation: "GET object" }, 0.4],
        ["a message to subscribers", { service: "sns", operation: "Publish" }, 0.5],
        ["a run of a function", { service: "lambda", operation: "Invoke" }, 0.2],
        ["no answer of a model, which is paid by time", { service: "sagemaker", operation: "POST" }, 0],
    ] as const) {
        it(`price ${title}`, () => {
            assert.ok(Math.abs(priceOf(count(one)) * 1_000_000 - dollars) < 1e-9);
        });
    }

    it("are what was counted since, of those who asked before and of those who did not", () => {
        const before = [count({ requests: 5, readUnits: 7 })];
        const after = [
            count({ requests: 8, readUnits: 11 }),
            count({ operation: "PutItem", requests: 2, writeUnits: 3 }),
        ];
        const seen = since(before, after).map(({ operation, requests, readUnits, writeUnits }) => [
            operation,
            requests,
            readUnits,
            writeUnits,
        ]);
        assert.deepEqual(seen, [
            ["Query", 3, 4, 0],
            ["PutItem", 2, 0, 3],
        ]);
    });
});
