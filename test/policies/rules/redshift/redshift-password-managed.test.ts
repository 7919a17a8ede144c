import { redshiftPasswordManaged } from "../../../../policies/rules/redshift/redshift-password-managed.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const good = { manageAdminPassword: true, adminPasswordSecretKmsKeyId: "arn:key" };
const NO_KEY = "adminPasswordSecretKmsKeyId: is not set, so no key of ours encrypts it";

describeRule(redshiftPasswordManaged, [
    { title: "accepts a password that Redshift makes and keeps under our key", props: good, found: [] },
    { title: "rejects no management", props: {}, found: ["manageAdminPassword: is not on", NO_KEY] },
    {
        title: "rejects management that is off",
        props: { ...good, manageAdminPassword: false },
        found: ["manageAdminPassword: is not on"],
    },
    {
        title: "rejects a password that is given",
        props: { ...good, adminUserPassword: "x" },
        found: ["adminUserPassword: is set"],
    },
    {
        title: "rejects one that is only written",
        props: { ...good, adminUserPasswordWo: "x" },
        found: ["adminUserPasswordWo: is set"],
    },
    {
        title: "rejects the key of Secrets Manager",
        props: { ...good, adminPasswordSecretKmsKeyId: "alias/aws/secretsmanager" },
        found: ["adminPasswordSecretKmsKeyId: is a key that AWS manages"],
    },
    {
        title: "cannot decide while the key is unknown",
        props: { ...good, adminPasswordSecretKmsKeyId: unknown },
        found: ["adminPasswordSecretKmsKeyId is unknown"],
    },
]);
