import { each, when } from "../../checks/check.ts";
import { jsonObject, longest, oneOf, pattern, range, required } from "../../checks/common.ts";
import { policy } from "../../checks/policy.ts";
import type { NameRule } from "../../naming/name-rule.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";
import { endpointConfiguration } from "./sagemaker-endpoint-configuration.ts";

export const named = (property: string, prefixProperty?: string): NameRule => ({
    property,
    ...(prefixProperty !== undefined && { prefixProperty }),
    maxLength: 63,
    pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
    allowed: "letters, digits and dashes between them",
});

/** SageMaker writes names in ARNs in small letters. */
const arnOf = (kind: string) => (resource: ResourceView) => ({
    arn: arn(resource, "sagemaker", `${kind}/${resource.physicalName.toLowerCase()}`),
});

const ROUTING = "deploymentConfig.blueGreenUpdatePolicy.trafficRoutingConfiguration";

export const sagemaker: TypeTable = {
    "aws:sagemaker/model:Model": regional(
        tagged({
            name: named("name"),
            id: (model) => model.physicalName,
            outputs: arnOf("model"),
            replaceOn: [
                "name",
                "executionRoleArn",
                "primaryContainer",
                "containers",
                "inferenceExecutionConfig",
                "enableNetworkIsolation",
                "vpcConfig",
            ],
            checks: [
                required("executionRoleArn", "vpcConfig.subnets", "vpcConfig.securityGroupIds"),
                pattern("executionRoleArn", ARN, "the ARN of a role"),
                pattern("primaryContainer.image", /^[\w./@:-]{1,255}$/, "the address of an image"),
                pattern("primaryContainer.modelDataUrl", /^(https|s3):\/\/[^/]+\/.+$/, "an address in S3"),
                oneOf("primaryContainer.mode", ["SingleModel", "MultiModel"]),
                each("primaryContainer", (container) => {
                    const { image, modelPackageName } = container as Record<string, unknown>;
                    return (image ?? modelPackageName) === undefined
                        ? "needs an image or a modelPackageName"
                        : undefined;
                }),
                when(["primaryContainer", "containers"], "primaryContainer", ({ primaryContainer, containers }) =>
                    (primaryContainer === undefined) === (containers === undefined)
                        ? "or containers is needed, and only one of them"
                        : undefined,
                ),
            ],
        }),
    ),
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration": regional(
        tagged({ ...endpointConfiguration, name: named("name", "namePrefix"), outputs: arnOf("endpoint-config") }),
    ),
    "aws:sagemaker/endpoint:Endpoint": regional(
        tagged({
            name: named("name"),
            id: (endpoint) => endpoint.physicalName,
            outputs: arnOf("endpoint"),
            replaceOn: ["name"],
            checks: [
                required("endpointConfigName", `${ROUTING}.type`, `${ROUTING}.waitIntervalInSeconds`),
                longest("endpointConfigName", 63),
                oneOf(`${ROUTING}.type`, ["ALL_AT_ONCE", "CANARY", "LINEAR"]),
                range(`${ROUTING}.waitIntervalInSeconds`, 0, 3600, "seconds"),
                range("deploymentConfig.blueGreenUpdatePolicy.terminationWaitInSeconds", 0, 3600, "seconds"),
                range(
                    "deploymentConfig.blueGreenUpdatePolicy.maximumExecutionTimeoutInSeconds",
                    600,
                    28_800,
                    "seconds",
                ),
                ...["canarySize", "linearStepSize"].flatMap((size) => [
                    oneOf(`${ROUTING}.${size}.type`, ["INSTANCE_COUNT", "CAPACITY_PERCENT"]),
                    range(`${ROUTING}.${size}.value`, 1, 2_147_483_647),
                ]),
                each(ROUTING, (routing) => routingFault(routing as Record<string, unknown>)),
                each("deploymentConfig.autoRollbackConfiguration.alarms", (alarms) =>
                    Array.isArray(alarms) && (alarms.length < 1 || alarms.length > 10)
                        ? `must name 1 to 10 alarms, names ${alarms.length}`
                        : undefined,
                ),
            ],
        }),
    ),
    "aws:sagemaker/modelPackageGroup:ModelPackageGroup": regional(
        tagged({
            name: named("modelPackageGroupName"),
            id: (group) => group.physicalName,
            outputs: arnOf("model-package-group"),
            replaceOn: ["modelPackageGroupName", "modelPackageGroupDescription"],
            checks: [required("modelPackageGroupName"), longest("modelPackageGroupDescription", 1024)],
        }),
    ),
    "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy": regional({
        id: (policy) => policy.text("modelPackageGroupName"),
        replaceOn: ["modelPackageGroupName"],
        checks: [
            required("modelPackageGroupName", "resourcePolicy"),
            jsonObject("resourcePolicy"),
            longest("resourcePolicy", 20_480),
            policy("resourcePolicy", "resource"),
        ],
    }),
};

/** A gradual shift says by which size. */
function routingFault({ type, canarySize, linearStepSize }: Record<string, unknown>): string | undefined {
    if (type === "CANARY" && canarySize === undefined) return "needs a canarySize for CANARY";
    if (type === "LINEAR" && linearStepSize === undefined) return "needs a linearStepSize for LINEAR";
    if (type === "ALL_AT_ONCE" && (canarySize ?? linearStepSize) !== undefined) return "takes no size for ALL_AT_ONCE";
    return undefined;
}
