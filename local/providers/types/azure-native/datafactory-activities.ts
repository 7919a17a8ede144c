import { formatPath, type Step } from "../../../store/paths.ts";
import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { type Check, each, type Failure } from "../../checks/check.ts";
import { oneOf, range } from "../../checks/common.ts";
import { hasUnknown } from "../../values/plain.ts";
import { expressionFault } from "./pipeline-expression.ts";

/** How a Web activity may prove who it is: https://learn.microsoft.com/azure/data-factory/control-flow-web-activity#authentication */
const WEB_AUTHENTICATION = ["Basic", "ClientCertificate", "MSI", "ServicePrincipal", "UserAssignedManagedIdentity"];

/** What is inside an activity that the definitions call a text or a number of any kind. */
export const activityChecks: readonly Check[] = [
    oneOf("activities[*].authentication.type", WEB_AUTHENTICATION),
    each("activities[*].authentication", (given) => identityFault(given as Properties)),
    // https://learn.microsoft.com/azure/data-factory/connector-rest#rest-as-sink
    oneOf("activities[*].sink.requestMethod", ["PATCH", "POST", "PUT"]),
    each("activities[*].sink.writeBatchSize", atLeast(1)),
    each("activities[*].sink.sinkRetryCount", atLeast(0)),
    each("activities[*].policy.retry", atLeast(0)),
    range("activities[*].policy.retryIntervalInSeconds", 30, 86_400, "seconds"),
    each("activities[*].policy.timeout", timeoutFault),
    (inputs) => expressionFaults(inputs.activities ?? null, ["activities"]),
];

/**
 * `MSI` is the factory's own identity, whatever credential stands beside it: the token would carry another subject than the
 * identity that AWS trusts.
 */
function identityFault({ type, credential }: Properties): string | undefined {
    if (type === "MSI" && credential !== undefined) {
        return "of type MSI takes no credential: an identity of its own is of type UserAssignedManagedIdentity";
    }
    return type === "UserAssignedManagedIdentity" && credential === undefined
        ? "of type UserAssignedManagedIdentity needs the credential of that identity"
        : undefined;
}

/** At most seven days: https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities#activity-policy */
function timeoutFault(given: Value): string | undefined {
    const [, days = "0"] = /^(\d+)\./.exec(String(given)) ?? [];
    return Number(days) > 7 || /^7\.(?!00:00:00)/.test(String(given))
        ? `must be at most 7.00:00:00, got ${given}`
        : undefined;
}

/** A number, unless it is computed. */
function atLeast(least: number): (value: Value) => string | undefined {
    return (value) =>
        isObject(value) || (Number.isInteger(Number(value)) && Number(value) >= least)
            ? undefined
            : `must be a whole number from ${least}, got ${value}`;
}

/** Of each expression in a pipeline, wherever it stands. */
function expressionFaults(value: Value, path: readonly Step[]): Failure[] {
    if (Array.isArray(value)) return value.flatMap((item, index) => expressionFaults(item, [...path, index]));
    if (!isObject(value)) return [];
    const { type, value: text } = value;
    if (type === "Expression" && typeof text === "string") {
        const reason = hasUnknown(text) ? undefined : expressionFault(text);
        return reason === undefined ? [] : [{ property: formatPath([...path, "value"]), reason }];
    }
    return Object.entries(value).flatMap(([name, item]) => expressionFaults(item, [...path, name]));
}
