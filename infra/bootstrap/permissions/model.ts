import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

const KINDS = ["endpoint", "endpoint-config", "model", "model-package-group"];

/** The fraud model and how it scales; who may approve a version is said by the registry itself. */
export function model(place: Place): Access {
    const kinds = KINDS.map((kind) => arnIn(place, "sagemaker", `${kind}/*`));
    const targets = arnIn(place, "application-autoscaling", "scalable-target/*");
    return {
        read: [
            allow(
                of(
                    "sagemaker",
                    "DescribeEndpoint",
                    "DescribeEndpointConfig",
                    "DescribeModel",
                    "DescribeModelPackageGroup",
                    "GetModelPackageGroupPolicy",
                    "ListTags",
                ),
                kinds,
            ),
            unnamed(of("application-autoscaling", "DescribeScalableTargets", "DescribeScalingPolicies")),
            allow(of("application-autoscaling", "ListTagsForResource"), targets),
        ],
        write: [
            allow(
                of(
                    "sagemaker",
                    "AddTags",
                    "CreateEndpoint",
                    "CreateEndpointConfig",
                    "CreateModel",
                    "CreateModelPackageGroup",
                    "DeleteEndpoint",
                    "DeleteEndpointConfig",
                    "DeleteModel",
                    "DeleteModelPackageGroup",
                    "DeleteModelPackageGroupPolicy",
                    "DeleteTags",
                    "PutModelPackageGroupPolicy",
                    "UpdateEndpoint",
                    "UpdateEndpointWeightsAndCapacities",
                ),
                kinds,
            ),
            allow(
                of(
                    "application-autoscaling",
                    "DeleteScalingPolicy",
                    "DeregisterScalableTarget",
                    "PutScalingPolicy",
                    "RegisterScalableTarget",
                    "TagResource",
                    "UntagResource",
                ),
                targets,
            ),
        ],
    };
}
