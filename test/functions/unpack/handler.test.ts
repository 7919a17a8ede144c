import assert from "node:assert/strict";
import type { Context, SQSEvent, SQSHandler } from "aws-lambda";
import { CARD_TOKEN } from "../../../contract/transaction/identifiers.ts";
import { LoopbackAws } from "./support/loopback-aws.ts";

const CARD = "4111111111111111";
const FILE = [
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time",
    `t1,${CARD},a1,m1,5411,FR,1.50,EUR,2025-03-01T10:00:00Z`,
    `t2,${CARD},a1,m1,5411,FR,none,EUR,2025-03-01T10:00:00Z`,
].join("\n");
const ENVIRONMENT = {
    BULK_QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/000000000000/bulk",
    LANDING_QUEUE_URL: "https://sqs.eu-west-1.amazonaws.com/000000000000/landing",
    QUARANTINE_BUCKET: "quarantine",
    MANIFESTS_BUCKET: "manifests",
    DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:000000000000:discrepancies",
    LOOP_HOURS: "24",
    TOKEN_KEY_ID: "key-1",
    TOKEN_KEY_VERSION: "v1",
    POWERTOOLS_METRICS_NAMESPACE: "Tests",
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "none",
    AWS_SECRET_ACCESS_KEY: "none",
};

function event(...bodies: string[]): SQSEvent {
    return { Records: bodies.map((body, index) => ({ messageId: `m${index}`, body })) } as SQSEvent;
}

function landed(key: string): string {
    const s3 = { bucket: { name: "landing" }, object: { key, eTag: "e1", versionId: "v1" } };
    return JSON.stringify({ Records: [{ eventName: "ObjectCreated:Put", eventTime: "2025-03-01T11:59:00Z", s3 }] });
}

describe("the handler of unpack", () => {
    const aws = new LoopbackAws();
    const environment = { ...process.env };
    let handler: SQSHandler;

    before(async () => {
        await aws.start();
        Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL: aws.endpoint });
        ({ handler } = await import("../../../functions/unpack/handler.ts"));
    });
    after(async () => {
        process.env = environment;
        await aws.stop();
    });

    const logged: string[] = [];

    /** What the function logs is kept, to be searched for card numbers, and not shown. */
    async function invoke(event: SQSEvent): Promise<unknown> {
        const context = { getRemainingTimeInMillis: () => 900_000 } as Context;
        const { stdout, stderr } = process;
        const writes = [stdout.write, stderr.write] as const;
        const keep = (text: string | Uint8Array): boolean => logged.push(String(text)) > 0;
        [stdout.write, stderr.write] = [keep, keep];
        try {
            return await handler(event, context, () => {});
        } finally {
            [stdout.write, stderr.write] = writes;
        }
    }

    it("tries the token key again after a failure", async () => {
        aws.keyFailures = 1;
        const answer = await invoke(event(landed("card-network/a.csv")));
        assert.deepEqual(answer, { batchItemFailures: [{ itemIdentifier: "m0" }] });
    });

    it("unpacks the files that S3 names and reports no failure", async () => {
        aws.objects.set("landing/card-network/a.csv", Buffer.from(FILE));
        const answer = await invoke(event('{"Event":"s3:TestEvent"}', landed("card-network/a.csv")));
        assert.deepEqual(answer, { batchItemFailures: [] });
        const [message, ...others] = aws.messages;
        assert.deepEqual(others, []);
        assert.equal(message?.queue, ENVIRONMENT.BULK_QUEUE_URL);
        const transaction = JSON.parse(message.body);
        assert.equal(transaction.id, "card-network:t1");
        assert.match(transaction.cardToken, CARD_TOKEN);
        const names = [...aws.objects.keys()].filter((name) => !name.startsWith("landing/"));
        assert.deepEqual(names, [
            "quarantine/rows/card-network/a.csv/version-v1/row-0000000002.ndjson",
            "manifests/card-network/a.csv/v1.json",
        ]);
        assert.equal(JSON.parse(aws.published[0] ?? "").kind, "invalid-amount");
        assert.equal(aws.keyRequests, 2);
    });

    it("asks for the token key once, and does nothing for a file that is done", async () => {
        await invoke(event(landed("card-network/a.csv")));
        assert.deepEqual([aws.messages.length, aws.keyRequests], [1, 2]);
    });

    it("gives back only the message it could not process", async () => {
        aws.objects.set("landing/card-network/b.csv", Buffer.from(FILE));
        const answer = await invoke(
            event(`not JSON, but ${CARD}`, landed("card-network/gone.csv"), landed("card-network/b.csv")),
        );
        assert.deepEqual(answer, { batchItemFailures: [{ itemIdentifier: "m0" }, { itemIdentifier: "m1" }] });
        assert.ok(aws.objects.has("manifests/card-network/b.csv/v1.json"));
    });

    it("writes no card number anywhere, the log included", () => {
        const everything = [...aws.objects]
            .filter(([name]) => !name.startsWith("landing/"))
            .map(([, body]) => body.toString());
        everything.push(...aws.messages.map(({ body }) => body), ...aws.published, ...logged);
        assert.ok(
            logged.some((line) => line.includes("file unpacked")),
            "the log was kept",
        );
        assert.ok(!everything.join("\n").includes(CARD));
    });
});
