import { each, when } from "../../checks/check.ts";
import { oneOf, pattern, range, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";

const NAMESPACES = [
    "appstream",
    "cassandra",
    "comprehend",
    "custom-resource",
    "dynamodb",
    "ec2",
    "ecs",
    "elasticache",
    "elasticmapreduce",
    "kafka",
    "lambda",
    "neptune",
    "rds",
    "sagemaker",
    "workspaces",
];
const WHAT = ["resourceId", "scalableDimension", "serviceNamespace"];
const TRACKING = "targetTrackingScalingPolicyConfiguration";
const SAGEMAKER_METRICS = [
    "SageMakerVariantInvocationsPerInstance",
    "SageMakerVariantProvisionedConcurrencyUtilization",
    "SageMakerVariantConcurrentRequestsPerModelHighResolution",
];

const namespace = oneOf("serviceNamespace", NAMESPACES);
const resourceOf = when(WHAT, "resourceId", ({ resourceId, serviceNamespace }) =>
    serviceNamespace !== "sagemaker" || /^endpoint\/[\w-]{1,63}\/variant\/[\w-]{1,63}$/.test(String(resourceId))
        ? undefined
        : `must be endpoint/<name>/variant/<name> for sagemaker, got "${resourceId}"`,
);

export const appautoscaling: TypeTable = {
    "aws:appautoscaling/target:Target": regional(
        tagged({
            id: (target) => target.text("resourceId"),
            outputs: (target) => ({
                arn: arn(target, "application-autoscaling", `scalable-target/${target.hex("target", 34)}`),
            }),
            replaceOn: WHAT,
            checks: [
                required(...WHAT, "minCapacity", "maxCapacity"),
                namespace,
                resourceOf,
                range("minCapacity", 0, 1_000_000),
                range("maxCapacity", 0, 1_000_000),
                when(["minCapacity", "maxCapacity"], "maxCapacity", ({ minCapacity, maxCapacity }) =>
                    Number(maxCapacity) < Number(minCapacity) ? "must not be less than minCapacity" : undefined,
                ),
            ],
        }),
    ),
    "aws:appautoscaling/policy:Policy": regional({
        name: { property: "name", maxLength: 255, pattern: /^[^\p{Cc}]+$/u, allowed: "printable characters" },
        id: (policy) => policy.physicalName,
        outputs: (policy) => ({
            arn: arn(
                policy,
                "autoscaling",
                `scalingPolicy:${policy.uuid("policy")}:resource/${policy.text("serviceNamespace")}/${policy.text("resourceId")}:policyName/${policy.physicalName}`,
            ),
            alarmArns: [],
        }),
        defaults: { policyType: "StepScaling" },
        replaceOn: ["name", ...WHAT],
        checks: [
            required(...WHAT, `${TRACKING}.targetValue`),
            namespace,
            resourceOf,
            oneOf("policyType", ["StepScaling", "TargetTrackingScaling", "PredictiveScaling"]),
            range(`${TRACKING}.scaleInCooldown`, 0, 86_400, "seconds"),
            range(`${TRACKING}.scaleOutCooldown`, 0, 86_400, "seconds"),
            pattern(`${TRACKING}.predefinedMetricSpecification.predefinedMetricType`, /^\w{1,128}$/, "a metric's name"),
            each(`${TRACKING}.targetValue`, (value) =>
                Number(value) > 0 ? undefined : `must be above 0, got ${value}`,
            ),
            when([], "stepScalingPolicyConfiguration", ({ policyType, stepScalingPolicyConfiguration }) =>
                policyType === "TargetTrackingScaling" && stepScalingPolicyConfiguration !== undefined
                    ? "conflicts with the policyType TargetTrackingScaling"
                    : undefined,
            ),
            when(["policyType", TRACKING], TRACKING, (inputs) =>
                (inputs.policyType === "TargetTrackingScaling") === (inputs[TRACKING] !== undefined)
                    ? undefined
                    : "and the policyType TargetTrackingScaling belong together",
            ),
            when(["serviceNamespace", TRACKING], TRACKING, (inputs) => metricFault(inputs)),
        ],
    }),
};

/** Each service scales by metrics of its own. */
function metricFault({ serviceNamespace, [TRACKING]: tracking }: Parameters<typeof resourceOf>[0]): string | undefined {
    const { predefinedMetricSpecification = {} } = (tracking ?? {}) as Record<string, Record<string, string>>;
    const metric = predefinedMetricSpecification.predefinedMetricType;
    if (serviceNamespace !== "sagemaker" || metric === undefined) return undefined;
    return SAGEMAKER_METRICS.includes(metric) ? undefined : `cannot scale sagemaker by ${metric}`;
}
