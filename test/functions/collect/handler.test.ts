import assert from "node:assert/strict";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { metric, runHandler } from "../support/run-handler.ts";

const SOURCE = {
    name: "card-partner",
    landsIn: "card-network",
    kind: "s3",
    bucket: "partner",
    prefix: "out/",
    region: "eu-west-1",
    roleArn: "arn:aws:iam::000000000000:role/partner",
};
const ENVIRONMENT = {
    SOURCES: JSON.stringify([SOURCE]),
    WATERMARKS_TABLE: "watermarks",
    LANDING_BUCKET: "landing",
    DISCREPANCY_TOPIC_ARN: "arn:aws:sns:eu-west-1:000000000000:discrepancies",
};

describe("the handler of collect", () => {
    const run = (list: () => unknown) => {
        const told: unknown[] = [];
        const clients = [DynamoDBClient, S3Client, SNSClient, STSClient];
        const heard = runHandler("collect", ENVIRONMENT, clients, (command) => {
            if (command instanceof PublishCommand) return told.push(command.input.Subject);
            if (command instanceof AssumeRoleCommand) assert.equal(command.input.RoleArn, SOURCE.roleArn);
            return command instanceof ListObjectsV2Command ? list() : {};
        });
        return heard.then((all) => ({ ...all, told }));
    };

    it("counts what landed of each source", async () => {
        const { result, lines, told } = await run(() => ({ Contents: [] }));
        assert.deepEqual(result, [{ source: "card-partner", landed: 0, left: 0 }]);
        assert.deepEqual([metric(lines, "FilesLanded"), metric(lines, "SourcesUnavailable")], [0, undefined]);
        assert.deepEqual(told, []);
    });

    it("tells of a source that is down, and warns of it in the log", async () => {
        const { result, lines, told } = await run(() => {
            throw new Error("access denied");
        });
        assert.deepEqual(result, [{ source: "card-partner", landed: 0, left: 0, fault: "Error: access denied" }]);
        assert.equal(metric(lines, "SourcesUnavailable"), 1);
        assert.deepEqual(told, ["Sources not collected: card-partner"]);
        assert.ok(lines.some(({ level, source }) => level === "WARN" && source === "card-partner"));
    });
});
