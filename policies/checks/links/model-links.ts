import type { Link } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { Value } from "../../core/value.ts";
import {
    ENDPOINT_CONFIGURATION,
    LOG_GROUP,
    MODEL_ENDPOINT,
    MODEL_GROUP_POLICY,
    SCALING_POLICY,
    SCALING_TARGET,
} from "../types.ts";
import { alarmOn, comparisonOn } from "./alarm-link.ts";

/** The variants of an endpoint's configuration. */
export function variantsOf(configuration: Resource): Value[] {
    return configuration.at("productionVariants").items();
}

/** Whether SageMaker runs it without machines of ours. */
export function isServerless(variant: Value): boolean {
    return !variant.at("serverlessConfig").isAbsent();
}

export const configurationOfModel: Link = {
    type: ENDPOINT_CONFIGURATION,
    property: "productionVariants",
    names: (configuration) => variantsOf(configuration).map((variant) => variant.at("modelName")),
};
export const configurationOfEndpoint: Link = { type: MODEL_ENDPOINT, property: "endpointConfigName" };
export const policyOfGroup: Link = { type: MODEL_GROUP_POLICY, property: "modelPackageGroupName" };
export const rollbackAlarmsOf: Link = {
    type: MODEL_ENDPOINT,
    property: "deploymentConfig",
    names: (endpoint) =>
        endpoint
            .at("deploymentConfig.autoRollbackConfiguration.alarms")
            .items()
            .map((alarm) => alarm.at("alarmName")),
};
/** Scaling names an endpoint as `endpoint/<name>/variant/<name>`. */
export const scalingOfEndpoint: Link = {
    type: SCALING_TARGET,
    property: "resourceId",
    names: (target) => [target.at("resourceId").after("endpoint/").before("/variant/")],
};
export const policyOfScaling: Link = { type: SCALING_POLICY, property: "resourceId" };
export const alarmOfEndpoint = alarmOn("EndpointName");
/** An alarm that compares metrics of the endpoint with others. */
export const comparisonOfEndpoint = comparisonOn("EndpointName");
/** SageMaker writes under a name that it makes from the endpoint's. */
export const logGroupOfEndpoint: Link = {
    type: LOG_GROUP,
    property: "name",
    names: (group) => [group.at("name").after("/aws/sagemaker/Endpoints/")],
};
