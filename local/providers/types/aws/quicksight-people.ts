import { when } from "../../checks/check.ts";
import { longest, oneOf, pattern, required } from "../../checks/common.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { arn, regional } from "./common.ts";

const NAMESPACE = pattern("namespace", /^[\w.-]{1,64}$/, "letters, digits and ._-, at most 64");
const NAME = /^[ -ÿ]{1,256}$/;

const path = ({ text }: ResourceView) => `${text("namespace")}/${text("groupName")}`;
const accountOf = ({ cloud, inputs }: ResourceView) => inputs.awsAccountId ?? cloud.accountId;

/** Who may look, and the subscription that they come with. */
export const people: TypeTable = {
    "aws:quicksight/group:Group": regional({
        id: (group) => `${accountOf(group)}/${path(group)}`,
        outputs: (group) => ({ awsAccountId: accountOf(group), arn: arn(group, "quicksight", `group/${path(group)}`) }),
        defaults: { namespace: "default" },
        replaceOn: ["awsAccountId", "groupName", "namespace"],
        checks: [
            required("groupName"),
            pattern("groupName", NAME, "a printable name of at most 256 characters"),
            longest("description", 512),
            NAMESPACE,
        ],
    }),
    "aws:quicksight/groupMembership:GroupMembership": regional({
        id: (one) => `${accountOf(one)}/${path(one)}/${one.text("memberName")}`,
        outputs: (one) => ({ awsAccountId: accountOf(one), arn: arn(one, "quicksight", `group/${path(one)}`) }),
        defaults: { namespace: "default" },
        replaceOn: ["awsAccountId", "groupName", "memberName", "namespace"],
        checks: [
            required("groupName", "memberName"),
            pattern("memberName", NAME, "a printable name of at most 256 characters"),
            NAMESPACE,
        ],
    }),
    "aws:quicksight/accountSubscription:AccountSubscription": regional({
        id: (one) => String(accountOf(one)),
        outputs: (one) => ({ awsAccountId: accountOf(one), accountSubscriptionStatus: "ACCOUNT_CREATED" }),
        replaceOn: ["accountName", "authenticationMethod", "awsAccountId", "edition", "notificationEmail"],
        checks: [
            required("accountName", "authenticationMethod", "edition", "notificationEmail"),
            pattern(
                "accountName",
                /^(?![Dd]-)(?=.{1,62}$)[\da-zA-Z]+(-*[\da-zA-Z])*$/,
                "letters, digits and dashes, at most 62, and not begin with D-",
            ),
            oneOf("edition", ["STANDARD", "ENTERPRISE", "ENTERPRISE_AND_Q"]),
            oneOf("authenticationMethod", [
                "IAM_AND_QUICKSIGHT",
                "IAM_ONLY",
                "IAM_IDENTITY_CENTER",
                "ACTIVE_DIRECTORY",
            ]),
            when(
                ["authenticationMethod"],
                "activeDirectoryName",
                ({ authenticationMethod, activeDirectoryName, adminGroups }) =>
                    authenticationMethod === "ACTIVE_DIRECTORY" && (activeDirectoryName ?? adminGroups) === undefined
                        ? "and adminGroups are required for ACTIVE_DIRECTORY"
                        : undefined,
            ),
            pattern("notificationEmail", /^[^\s@]+@[^\s@]+$/, "an e-mail address"),
        ],
    }),
};
