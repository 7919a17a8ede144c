import { isObject } from "../../store/value.ts";
import { hasUnknown } from "../values/plain.ts";
import type { Fault } from "./meant-actions.ts";
import { type Statement, texts } from "./statement.ts";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const FORMS: Readonly<Record<string, readonly [RegExp, string]>> = {
    AWS: [
        /^(\*|\d{12}|arn:[\w-]+:(iam|sts)::(\d{12}|cloudfront):.+|AIDA\w+|AROA\w+)$/,
        "an account, or the ARN of a user or role",
    ],
    CanonicalUser: [/^[0-9a-f]{64}$/, "a canonical id of 64 digits"],
    Federated: [
        /^(arn:[\w-]+:iam::\d{12}:(oidc|saml)-provider\/.+|[\w-]+(\.[\w-]+)+)$/,
        "the ARN or the name of an identity provider",
    ],
    Service: [/^[\w-]+(\.[\w-]+)*\.amazonaws\.com(\.cn)?$/, "the name of a service, such as lambda.amazonaws.com"],
};

/** Principals that AWS would refuse as invalid when the policy is attached. */
export function principalFaults({ Principal: principal }: Statement): Fault[] {
    if (principal === undefined || principal === "*" || hasUnknown(principal)) return [];
    if (!isObject(principal)) return [{ path: ["Principal"], reason: `must be "*" or an object, got ${principal}` }];
    return Object.entries(principal).flatMap(([kind, given]) => {
        const [form, says] = FORMS[kind] ?? [];
        if (form === undefined) {
            return [{ path: ["Principal", kind], reason: `must be one of ${Object.keys(FORMS).join(", ")}` }];
        }
        const odd = texts(given).find((one) => one !== "*" && !form.test(one));
        return odd === undefined ? [] : [{ path: ["Principal", kind], reason: `must be ${says}, got ${odd}` }];
    });
}
