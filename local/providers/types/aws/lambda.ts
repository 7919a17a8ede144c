import { each } from "../../checks/check.ts";
import { jsonObject, oneOf, pattern, range, required } from "../../checks/common.ts";
import { meantActions } from "../../permissions/meant-actions.ts";
import type { TypeTable } from "../definition.ts";
import { regional } from "./common.ts";
import { eventSourceMapping } from "./lambda-event-source.ts";
import { lambdaFunction } from "./lambda-function.ts";

const PRINCIPAL = /^(\*|\d{12}|arn:[\w-]+:iam::\d{12}:.+|[\w-]+(\.[\w-]+)*\.amazonaws\.com(\.cn)?)$/;

export const lambda: TypeTable = {
    "aws:lambda/function:Function": lambdaFunction,
    "aws:lambda/eventSourceMapping:EventSourceMapping": eventSourceMapping,
    "aws:lambda/permission:Permission": regional({
        name: {
            property: "statementId",
            prefixProperty: "statementIdPrefix",
            maxLength: 100,
            pattern: /^[\w-]+$/,
            allowed: "letters, digits, _ and -",
        },
        id: (permission) => permission.physicalName,
        replaceOn: [
            "action",
            "eventSourceToken",
            "function",
            "functionUrlAuthType",
            "principal",
            "principalOrgId",
            "qualifier",
            "sourceAccount",
            "sourceArn",
            "statementId",
            "statementIdPrefix",
        ],
        checks: [
            required("action", "function", "principal"),
            pattern("principal", PRINCIPAL, "a service such as sns.amazonaws.com, an account or a role"),
            each("action", (action) => meantActions({ Action: action }).faults[0]?.reason),
            pattern("sourceAccount", /^\d{12}$/, "an account id of 12 digits"),
        ],
    }),
    // Run where services run, and then its result stays unknown to the store.
    "aws:lambda/invocation:Invocation": regional({
        id: (invocation) => invocation.hex("invocation", 32),
        outputs: () => ({ result: "{}" }),
        defaults: { lifecycleScope: "CREATE_ONLY", qualifier: "$LATEST", terraformKey: "tf" },
        replaceOn: ["functionName", "input", "qualifier", "triggers"],
        checks: [
            required("functionName", "input"),
            jsonObject("input"),
            oneOf("lifecycleScope", ["CREATE_ONLY", "CRUD"]),
        ],
    }),
    "aws:lambda/functionRecursionConfig:FunctionRecursionConfig": regional({
        id: (config) => config.text("functionName"),
        replaceOn: ["functionName"],
        checks: [required("functionName", "recursiveLoop"), oneOf("recursiveLoop", ["Allow", "Terminate"])],
    }),
    "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": regional({
        id: (config) => {
            const qualifier = config.text("qualifier");
            return qualifier === "" ? config.text("functionName") : `${config.text("functionName")}:${qualifier}`;
        },
        defaults: { maximumRetryAttempts: 2 },
        replaceOn: ["functionName", "qualifier"],
        checks: [
            required("functionName", "destinationConfig.onFailure.destination"),
            ...["onFailure", "onSuccess"].map((end) =>
                pattern(
                    `destinationConfig.${end}.destination`,
                    /^arn:[\w-]+:(events|lambda|s3|sns|sqs):/,
                    "the ARN of a queue, a topic, a function, a bus or a bucket",
                ),
            ),
            range("maximumEventAgeInSeconds", 60, 21_600, "seconds"),
            range("maximumRetryAttempts", 0, 2),
        ],
    }),
};
