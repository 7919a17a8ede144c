import { gunzipSync } from "node:zlib";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DescribeEndpointCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { Context, Step } from "../step.ts";
import { ofType } from "../things.ts";
import { failed, held, unknown } from "../verdict.ts";

const FIX = "See docs/runbooks/model-not-answering.md, then the log of the endpoint and that of score.";

export const endpoint: Step = {
    name: "endpoint",
    proves: "The model's endpoint is in service, and it, not the rules, gave the score of a transaction of ours.",
    answers:
        "Without an answer of the endpoint the rules decide in the same call, so that a score alone proves nothing.",
    async run(context) {
        const { cloud, things, synthetic, until } = context;
        const [there] = ofType(things, "aws:sagemaker/endpoint:Endpoint");
        if (there === undefined) return unknown("The stack has no endpoint: the rules decide alone, as it says.");
        const EndpointName = there.id;
        const { EndpointStatus = "nothing" } = await cloud
            .of(SageMakerClient)
            .send(new DescribeEndpointCommand({ EndpointName }));
        if (EndpointStatus !== "InService" && EndpointStatus !== "Updating") {
            return failed(`The endpoint ${EndpointName} is in the state ${EndpointStatus}.`, FIX);
        }
        const { harmless } = synthetic;
        await synthetic.sendOnce(harmless);
        const row = await until(() => synthetic.scored(harmless.id));
        if (row === undefined) return unknown("There is no synthetic record to read: look at the step scored first.");
        const scoredBy = await scorerIn(context, row.recordKey, harmless.id);
        const evidence = { endpoint: EndpointName, status: EndpointStatus, scoredBy };
        if (scoredBy === "model") return held(evidence);
        return failed(
            `The endpoint ${EndpointName} did not answer: ${scoredBy} decided on ${harmless.id}.`,
            FIX,
            evidence,
        );
    },
};

async function scorerIn({ cloud, outputs }: Context, Key: string, id: string): Promise<string> {
    const { Body } = await cloud.of(S3Client).send(new GetObjectCommand({ Bucket: outputs.recordsBucket, Key }));
    const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
    const own = text.split("\n").find((line) => line.includes(`"${id}"`));
    return own === undefined ? "nobody" : String(JSON.parse(own).scoredBy);
}
