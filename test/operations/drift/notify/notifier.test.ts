import assert from "node:assert/strict";
import type { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { told } from "../../../../operations/drift/history/remember.ts";
import { notice, topicNotifier } from "../../../../operations/drift/notify/notifier.ts";
import type { StateResource } from "../../../../operations/drift/state/deployment.ts";
import { type Drill, sightAfter } from "../support/drill.ts";
import { prodState } from "../support/prod-state.ts";
import { run } from "../support/reports.ts";

const delayed: Drill = { title: "", on: "aws:sqs/queue:Queue::bulk", edits: [["delaySeconds", 5]] };
const unencrypted: Drill = { ...delayed, edits: [["kmsMasterKeyId", "alias/aws/sqs"]] };

describe("the topic of drift", () => {
    let state: readonly StateResource[];
    before(async () => {
        state = await prodState();
    });

    it("is told of what is new, then of nothing, then of what is worse, then of what is resolved", async () => {
        const heard: (string | undefined)[] = [];
        let { report, history } = await run({ sight: sightAfter(state, [delayed]) });
        const next = async (...drills: Drill[]) => {
            heard.push(notice(report, history)?.subject);
            ({ report, history } = await run({ sight: sightAfter(state, drills), history: told(history) }));
        };
        await next(delayed);
        await next(delayed, unencrypted);
        await next();
        await next();
        assert.deepEqual(heard, [
            "Drift in prod: 1 new, 0 worse, 0 resolved",
            undefined,
            "Drift in prod: 0 new, 1 worse, 0 resolved, 1 critical",
            "Drift in prod: 0 new, 0 worse, 1 resolved",
        ]);
        assert.equal(notice(report, history), undefined);
    });

    it("is told later what it could not be told", async () => {
        const first = await run({ sight: sightAfter(state, [delayed]) });
        const second = await run({ sight: sightAfter(state, [delayed]), history: first.history });
        assert.equal(notice(second.report, second.history)?.count, 1);
    });

    it("gets what is broken and how to repair it", async () => {
        const { report, history } = await run({ sight: sightAfter(state, [unencrypted]) });
        const { message = "" } = notice(report, history) ?? {};
        assert.match(
            message,
            /^NEW critical: Queue bulk was changed\n {2}breaks sqs-encrypted\n {2}npm run pulumi -- up/,
        );
    });

    it("is published to", async () => {
        const sent: unknown[] = [];
        const send = (async ({ input }: PublishCommand) => sent.push(input)) as unknown as SNSClient["send"];
        await topicNotifier({ send }, "arn:aws:sns:eu-west-1:111111111111:operations")("a subject", "a message");
        assert.deepEqual(sent, [
            {
                TopicArn: "arn:aws:sns:eu-west-1:111111111111:operations",
                Subject: "a subject",
                Message: "a message",
            },
        ]);
    });
});
