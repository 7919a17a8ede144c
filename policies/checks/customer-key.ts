import type { Test } from "../core/judge.ts";

/** The value names a key that the bank manages, not one that AWS keeps for the service. */
export const isCustomerKey: Test = (value) => {
    const key = value.text();
    if (key === undefined) return "is not set, so no key of ours encrypts it";
    return /(^|:)alias\/aws\//.test(key) ? "is a key that AWS manages" : undefined;
};
