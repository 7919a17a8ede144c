import type { Properties } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { jsonObject, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";
import { definitionFault } from "./states-language.ts";

export const sfn: TypeTable = {
    "aws:sfn/stateMachine:StateMachine": regional(
        tagged({
            name: {
                property: "name",
                prefixProperty: "namePrefix",
                maxLength: 80,
                pattern: /^[\w-]+$/,
                allowed: "letters, digits, _ and -",
            },
            id: (machine) => arn(machine, "states", `stateMachine:${machine.physicalName}`),
            outputs: (machine) => ({
                arn: arn(machine, "states", `stateMachine:${machine.physicalName}`),
                status: "ACTIVE",
                revisionId: "",
                encryptionConfiguration: { type: "AWS_OWNED_KEY" },
                loggingConfiguration: { level: "OFF", includeExecutionData: false },
                tracingConfiguration: { enabled: false },
            }),
            defaults: { type: "STANDARD", publish: false },
            replaceOn: ["name", "namePrefix", "type"],
            checks: [
                required("definition", "roleArn"),
                jsonObject("definition"),
                each("definition", definitionFault),
                pattern("roleArn", ARN, "the ARN of a role"),
                oneOf("type", ["STANDARD", "EXPRESS"]),
                oneOf("loggingConfiguration.level", ["ALL", "ERROR", "FATAL", "OFF"]),
                pattern("loggingConfiguration.logDestination", /:\*$/, "the ARN of a log group, ending in :*"),
                oneOf("encryptionConfiguration.type", ["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY"]),
                each("encryptionConfiguration", (given) => {
                    const { type, kmsKeyId } = given as Properties;
                    return type === "CUSTOMER_MANAGED_KMS_KEY" && (kmsKeyId ?? "") === ""
                        ? `needs a kmsKeyId for ${type}`
                        : undefined;
                }),
                range("encryptionConfiguration.kmsDataKeyReusePeriodSeconds", 60, 900, "seconds"),
                when(["loggingConfiguration"], "loggingConfiguration.logDestination", ({ loggingConfiguration }) => {
                    const { level = "OFF", logDestination } = (loggingConfiguration ?? {}) as Record<string, unknown>;
                    return level !== "OFF" && logDestination === undefined
                        ? "is required unless the level is OFF"
                        : undefined;
                }),
            ],
        }),
    ),
};
