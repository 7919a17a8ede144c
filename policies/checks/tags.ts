import type { Resource } from "../core/resource.ts";
import type { Value } from "../core/value.ts";
import {
    ACTION_GROUP,
    ALARM,
    BUCKET,
    BUDGET,
    CATALOG_DATABASE,
    DEFAULT_SECURITY_GROUP,
    EGRESS_RULE,
    ENDPOINT,
    ENDPOINT_CONFIGURATION,
    FACTORY,
    FLOW_LOG,
    FUNCTION,
    INGRESS_RULE,
    INTERNET_GATEWAY,
    KEY,
    LOG_GROUP,
    MANAGED_POLICY,
    MAPPING,
    METRIC_ALERT,
    MODEL,
    MODEL_ENDPOINT,
    MODEL_GROUP,
    NETWORK,
    QUEUE,
    RESOURCE_GROUP,
    ROLE,
    ROUTE_TABLE,
    SCALING_TARGET,
    SCHEDULE_GROUP,
    SECURITY_GROUP,
    STATE_MACHINE,
    STORAGE_ACCOUNT,
    SUBNET,
    TABLE,
    TOPIC,
    TRAIL,
    WORKGROUP,
    WORKSPACE,
} from "./types.ts";

/** Tags that everything carries that takes tags. */
export const REQUIRED_TAGS = ["platform", "environment", "owner", "data-classification", "cost-centre", "retention"];

/** Types of both clouds that take tags. */
export const TAGGED = [
    ACTION_GROUP,
    ALARM,
    BUCKET,
    BUDGET,
    CATALOG_DATABASE,
    DEFAULT_SECURITY_GROUP,
    EGRESS_RULE,
    ENDPOINT,
    ENDPOINT_CONFIGURATION,
    FACTORY,
    FLOW_LOG,
    FUNCTION,
    INGRESS_RULE,
    INTERNET_GATEWAY,
    KEY,
    LOG_GROUP,
    MANAGED_POLICY,
    MAPPING,
    METRIC_ALERT,
    MODEL,
    MODEL_ENDPOINT,
    MODEL_GROUP,
    NETWORK,
    QUEUE,
    RESOURCE_GROUP,
    ROLE,
    ROUTE_TABLE,
    SCALING_TARGET,
    SECURITY_GROUP,
    SCHEDULE_GROUP,
    STATE_MACHINE,
    STORAGE_ACCOUNT,
    SUBNET,
    TABLE,
    TOPIC,
    WORKSPACE,
    WORKGROUP,
    TRAIL,
];

/** A tag of the resource, or else the one that its provider gives to everything. */
export function tag(resource: Resource, name: string): Value {
    const own = resource.at("tags").named(name);
    if (!own.isKnown() || own.text() !== undefined) return own;
    const byProvider = resource.provider("defaultTags").json().at("tags").named(name);
    return byProvider.text() === undefined ? own : byProvider;
}
