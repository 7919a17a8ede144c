import { when } from "../../checks/check.ts";
import { oneOf, pattern } from "../../checks/common.ts";
import type { TypeDefinition } from "../definition.ts";
import { ARN } from "./common.ts";
import { owned } from "./ec2-ids.ts";

const LOGGED = ["eniId", "subnetId", "transitGatewayAttachmentId", "transitGatewayId", "vpcId"];

/** What AWS notes of each flow, in its default format. */
const FIELDS = [
    "version",
    "account-id",
    "interface-id",
    "srcaddr",
    "dstaddr",
    "srcport",
    "dstport",
    "protocol",
    "packets",
    "bytes",
    "start",
    "end",
    "action",
    "log-status",
];

/** Services by the kind of destination. */
const DESTINATIONS: Readonly<Record<string, string>> = {
    "cloud-watch-logs": "logs",
    "kinesis-data-firehose": "firehose",
    s3: "s3",
};

export const flowLog: TypeDefinition = owned("fl", "vpc-flow-log", {
    outputs: () => ({ logFormat: FIELDS.map((field) => `\${${field}}`).join(" ") }),
    defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
    replaceOn: [
        ...LOGGED,
        "iamRoleArn",
        "logDestination",
        "logDestinationType",
        "logFormat",
        "maxAggregationInterval",
        "trafficType",
    ],
    checks: [
        oneOf("trafficType", ["ACCEPT", "ALL", "REJECT"]),
        oneOf("logDestinationType", ["cloud-watch-logs", "kinesis-data-firehose", "s3"]),
        oneOf("maxAggregationInterval", [60, 600]),
        pattern("iamRoleArn", ARN, "the ARN of a role"),
        pattern("logDestination", ARN, "an ARN"),
        when([], "vpcId", (inputs) => {
            const given = LOGGED.filter((property) => inputs[property] !== undefined);
            return given.length === 1 ? undefined : `must be given, or exactly one of ${LOGGED.join(", ")}`;
        }),
        when(["logDestinationType", "logDestination"], "logDestination", ({ logDestinationType, logDestination }) => {
            const service = DESTINATIONS[String(logDestinationType)];
            const fits = logDestination === undefined || String(logDestination).split(":")[2] === service;
            return fits ? undefined : `must be of ${service} for ${logDestinationType}, got ${logDestination}`;
        }),
        when(["logDestinationType"], "iamRoleArn", ({ logDestinationType, iamRoleArn }) =>
            logDestinationType === "cloud-watch-logs" && iamRoleArn === undefined
                ? "is required to deliver to cloud-watch-logs"
                : undefined,
        ),
    ],
});
