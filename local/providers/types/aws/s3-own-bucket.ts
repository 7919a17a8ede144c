import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { type Check, when } from "../../checks/check.ts";
import { statementsOf, texts } from "../../permissions/statement.ts";

/** S3 refuses a policy that speaks of another bucket: "Policy has invalid resource". */
export const ofOwnBucket: Check = when(["bucket", "policy"], "policy", ({ bucket, policy }) => {
    if (typeof bucket !== "string" || policy === undefined) return undefined;
    const own = new RegExp(`^(\\*|arn:[\\w-]+:s3:::${bucket.replaceAll(".", "\\.")}(/.*)?)$`);
    const all = (statementsOf(policy) ?? []).flatMap(({ Resource }) => texts(Resource));
    const other = all.find((one) => !own.test(one));
    return other === undefined ? undefined : `must be about ${bucket} alone, and names ${other}`;
});

/** S3 announces each object to one place for each event: two that begin and end alike overlap. */
export function overlapFault(queues: Value): string | undefined {
    const wanted = (Array.isArray(queues) ? queues.filter(isObject) : []).flatMap(placesOf);
    const twice = wanted.find((one, index) => wanted.indexOf(one) !== index);
    return twice === undefined ? undefined : `must not overlap, and two want ${twice}`;
}

function placesOf({ events, filterPrefix = "", filterSuffix = "" }: Properties): string[] {
    return (Array.isArray(events) ? events : []).map((event) => `${event} of ${filterPrefix}*${filterSuffix}`);
}
