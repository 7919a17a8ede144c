import { Policy } from "@pulumi/aws/appautoscaling/policy.js";
import { Target } from "@pulumi/aws/appautoscaling/target.js";
import type { Endpoint } from "@pulumi/aws/sagemaker/endpoint.js";
import { interpolate, type Resource } from "@pulumi/pulumi";
import { type Serving, VARIANT } from "./endpoint-shape.ts";

/** Seconds to wait before the next step: more machines at once, fewer only after a quiet while. */
const OUT_SECONDS = 60;
const IN_SECONDS = 600;

/** Starts and stops machines with the traffic. */
export function scale(
    parent: Resource,
    name: string,
    endpoint: Endpoint,
    { minimum, maximum, requestsPerMinute }: Extract<Serving, { kind: "instances" }>,
): void {
    const target = new Target(
        name,
        {
            serviceNamespace: "sagemaker",
            scalableDimension: "sagemaker:variant:DesiredInstanceCount",
            resourceId: interpolate`endpoint/${endpoint.name}/variant/${VARIANT}`,
            minCapacity: minimum,
            maxCapacity: maximum,
        },
        { parent },
    );
    new Policy(
        name,
        {
            policyType: "TargetTrackingScaling",
            serviceNamespace: target.serviceNamespace,
            scalableDimension: target.scalableDimension,
            resourceId: target.resourceId,
            targetTrackingScalingPolicyConfiguration: {
                predefinedMetricSpecification: { predefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
                targetValue: requestsPerMinute,
                scaleOutCooldown: OUT_SECONDS,
                scaleInCooldown: IN_SECONDS,
            },
        },
        { parent },
    );
}
