import { adds, refuses } from "../../support/type-tests.ts";

const type = "aws:sfn/stateMachine:StateMachine";
const MACHINE = "arn:aws:states:eu-west-1:111122223333:stateMachine:batch";
const good = {
    definition: '{"StartAt":"One","States":{"One":{"Type":"Succeed"}}}',
    roleArn: "arn:aws:iam::111122223333:role/batch",
    loggingConfiguration: { level: "ERROR", logDestination: "arn:aws:logs:eu-west-1:111122223333:log-group:batch:*" },
};

describe("the table of sfn", () => {
    adds([
        {
            type,
            inputs: { ...good, name: "batch" },
            id: MACHINE,
            outputs: { arn: MACHINE, type: "STANDARD", status: "ACTIVE", tracingConfiguration: { enabled: false } },
        },
    ]);

    refuses([
        {
            type,
            good,
            bad: [
                [{ name: "b".repeat(81) }, "name must have at most 80 characters"],
                [{ name: "a name" }, "name must be made of"],
                [{ definition: null }, "definition is required"],
                [{ definition: "StartAt" }, "definition is not a JSON object"],
                [{ definition: '{"StartAt":"Two","States":{}}' }, "definition starts at Two, which is none"],
                [{ roleArn: "batch" }, "roleArn must be the ARN of a role"],
                [{ type: "FAST" }, "type must be one of STANDARD, EXPRESS"],
                [{ loggingConfiguration: { level: "WARN" } }, "loggingConfiguration.level must be one of"],
                [{ loggingConfiguration: { level: "ALL" } }, "loggingConfiguration.logDestination is required"],
                [
                    { loggingConfiguration: { level: "ALL", logDestination: "arn:aws:logs:x:1:log-group:batch" } },
                    "loggingConfiguration.logDestination must be the ARN of a log group, ending in :*",
                ],
                [
                    { encryptionConfiguration: { type: "NONE" } },
                    "encryptionConfiguration.type must be one of AWS_OWNED_KEY, CUSTOMER_MANAGED_KMS_KEY",
                ],
                [
                    { encryptionConfiguration: { kmsDataKeyReusePeriodSeconds: 59 } },
                    "encryptionConfiguration.kmsDataKeyReusePeriodSeconds must",
                ],
            ],
        },
    ]);
});
