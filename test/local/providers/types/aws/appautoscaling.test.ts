import { adds, refuses } from "../../support/type-tests.ts";

const TARGET = "aws:appautoscaling/target:Target";
const POLICY = "aws:appautoscaling/policy:Policy";

const what = {
    serviceNamespace: "sagemaker",
    scalableDimension: "sagemaker:variant:DesiredInstanceCount",
    resourceId: "endpoint/fraud/variant/fraud",
};
const tracking = {
    predefinedMetricSpecification: { predefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
    targetValue: 100,
};
const T = "targetTrackingScalingPolicyConfiguration";
const following = (change: object) => ({ [T]: { ...tracking, ...change } }) as never;

describe("the table of appautoscaling", () => {
    adds([
        {
            type: TARGET,
            inputs: { ...what, minCapacity: 2, maxCapacity: 8 },
            id: "endpoint/fraud/variant/fraud",
            outputs: { resourceId: "endpoint/fraud/variant/fraud" },
        },
        {
            type: POLICY,
            inputs: { ...what, name: "fraud", policyType: "TargetTrackingScaling", [T]: tracking },
            id: "fraud",
            outputs: { alarmArns: [] },
        },
    ]);

    refuses([
        {
            type: TARGET,
            good: { ...what, minCapacity: 2, maxCapacity: 8 },
            bad: [
                [{ minCapacity: 9 }, "maxCapacity must not be less than minCapacity"],
                [{ minCapacity: -1 }, "minCapacity must be a whole number"],
                [{ maxCapacity: null }, "maxCapacity is required"],
                [{ serviceNamespace: "sage" }, "serviceNamespace must be one of"],
                [{ resourceId: "fraud" }, "resourceId must be endpoint/<name>/variant/<name>"],
                [{ scalableDimension: null }, "scalableDimension is required"],
            ],
        },
        {
            type: POLICY,
            good: { ...what, name: "fraud", policyType: "TargetTrackingScaling", [T]: tracking },
            bad: [
                [{ name: "f".repeat(256) }, "name must have at most 255 characters"],
                [{ policyType: "Guess" }, "policyType must be one of"],
                [{ [T]: null }, `${T} and the policyType TargetTrackingScaling belong together`],
                [{ policyType: "StepScaling" }, `${T} and the policyType TargetTrackingScaling belong together`],
                [following({ targetValue: null }), `${T}.targetValue is required`],
                [following({ scaleInCooldown: -1 }), `${T}.scaleInCooldown must be`],
                [
                    following({ predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget" } }),
                    `${T} cannot scale sagemaker by ALBRequestCountPerTarget`,
                ],
                [{ resourceId: "endpoint/fraud" }, "resourceId must be endpoint/<name>/variant/<name>"],
            ],
        },
    ]);
});
