import { isObject, type Properties, type Value } from "../../../store/value.ts";

/** https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html#creating-delivery-policy */
export function deliveryFault(given: Value): string | undefined {
    let policy: Value;
    try {
        policy = JSON.parse(String(given));
    } catch {
        return undefined;
    }
    const { defaultHealthyRetryPolicy: retry } = (
        isObject(policy) && isObject(policy.http) ? policy.http : {}
    ) as Properties;
    if (!isObject(retry)) return undefined;
    const { minDelayTarget: least = 20, maxDelayTarget: most = 20, numRetries = 3 } = retry;
    if (Number(most) < Number(least)) return `must have a maxDelayTarget of at least ${least} seconds, has ${most}`;
    return Number(numRetries) <= 100 ? undefined : `must have at most 100 numRetries, has ${numRetries}`;
}
