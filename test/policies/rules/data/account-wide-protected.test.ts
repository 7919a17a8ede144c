import { accountWideProtected } from "../../../../policies/rules/data/account-wide-protected.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(accountWideProtected, [
    { title: "accepts what a destroy must leave", props: {}, protect: true, found: [] },
    { title: "rejects what a destroy would take along", props: {}, found: ["protect: is not set"] },
    {
        title: "rejects the issuer of the account without protection",
        type: "aws:iam/outboundWebIdentityFederation:OutboundWebIdentityFederation",
        props: {},
        found: ["protect: is not set"],
    },
    {
        title: "rejects the application in Entra without protection",
        type: "azuread:index/application:Application",
        props: {},
        found: ["protect: is not set"],
    },
    {
        title: "judges protection also while properties are unknown",
        props: { url: unknown },
        protect: true,
        found: [],
    },
]);
