import { azureFactoryIdentity } from "../../../../policies/rules/azure/azure-factory-identity.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const REFUSED = "identity.type: gives the factory no identity of its own";

describeRule(azureFactoryIdentity, [
    { title: "accepts an identity of its own", props: { identity: { type: "SystemAssigned" } }, found: [] },
    { title: "accepts one beside others", props: { identity: { type: "SystemAssigned,UserAssigned" } }, found: [] },
    { title: "rejects the identities of others only", props: { identity: { type: "UserAssigned" } }, found: [REFUSED] },
    { title: "rejects a factory without one", props: {}, found: [REFUSED] },
    { title: "rejects an empty identity", props: { identity: {} }, found: [REFUSED] },
    {
        title: "cannot decide while it is unknown",
        props: { identity: { type: unknown } },
        found: ["identity.type is unknown"],
    },
]);
