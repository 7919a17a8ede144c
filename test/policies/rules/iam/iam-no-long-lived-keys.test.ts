import { iamNoLongLivedKeys } from "../../../../policies/rules/iam/iam-no-long-lived-keys.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(iamNoLongLivedKeys, [
    ...[
        "aws:iam/accessKey:AccessKey",
        "aws:iam/user:User",
        "azuread:index/applicationPassword:ApplicationPassword",
    ].map((type) => ({
        title: `rejects ${type}`,
        type,
        found: [`type: is ${type}, a credential without an end`],
    })),
    {
        title: "rejects one of which nothing is known",
        props: { user: unknown },
        found: ["type: is aws:iam/accessKey:AccessKey, a credential without an end"],
    },
    { title: "leaves roles alone", type: "aws:iam/role:Role", found: [] },
]);
