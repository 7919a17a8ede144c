import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { jsonObject, oneOf, pattern, range } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { refusedInTemplate } from "./cloudformation-template.ts";
import { ARN, arn, regional, tagged } from "./common.ts";

/** Given as a text; more has to lie in S3. */
const MOST_BYTES = 51_200;

export const cloudformation: TypeTable = {
    "aws:cloudformation/stack:Stack": regional(
        tagged({
            name: {
                property: "name",
                maxLength: 128,
                pattern: /^[A-Za-z][A-Za-z0-9-]*$/,
                allowed: "letters, digits and dashes, a letter first",
            },
            id: (stack) => arn(stack, "cloudformation", `stack/${stack.physicalName}/${stack.uuid("stack")}`),
            outputs: (stack) => ({ outputs: outputsOf(stack.text("templateBody")) }),
            replaceOn: ["name", "onFailure", "disableRollback", "timeoutInMinutes"],
            checks: [
                when(["templateBody", "templateUrl"], "templateBody", ({ templateBody, templateUrl }) =>
                    (templateBody === undefined) === (templateUrl === undefined)
                        ? "or templateUrl must be given, and not both"
                        : undefined,
                ),
                each("templateBody", (body) => {
                    const bytes = Buffer.byteLength(String(body));
                    return bytes > MOST_BYTES ? `must have at most ${MOST_BYTES} bytes, has ${bytes}` : undefined;
                }),
                jsonObject("templateBody"),
                (inputs) => refusedInTemplate(inputs.templateBody),
                oneOf("onFailure", ["DO_NOTHING", "ROLLBACK", "DELETE"]),
                oneOf("capabilities[*]", ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]),
                when(["onFailure", "disableRollback"], "onFailure", ({ onFailure, disableRollback }) =>
                    onFailure !== undefined && disableRollback !== undefined
                        ? "and disableRollback exclude each other"
                        : undefined,
                ),
                pattern("iamRoleArn", ARN, "the ARN of a role"),
                range("timeoutInMinutes", 1, 43_200),
            ],
        }),
    ),
};

/** Each output under its name: what the template says of it, since nothing is created. */
function outputsOf(body: string): Properties {
    try {
        const { Outputs = {} } = JSON.parse(body) as { Outputs?: Record<string, { Value: Value }> };
        return Object.fromEntries(
            Object.entries(Outputs).map(([name, { Value: value }]) => [
                name,
                isObject(value) ? JSON.stringify(value) : value,
            ]),
        );
    } catch {
        // What cannot be read is refused by the checks; an unknown template has no outputs yet.
        return {};
    }
}
