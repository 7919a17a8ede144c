import { azureStorageNetworkClosed } from "../../../../policies/rules/azure-storage/azure-storage-network-closed.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const CLOSED = { defaultAction: "Deny", bypass: "None" };
const rules = (networkRuleSet: object) => ({ publicNetworkAccess: "Enabled", networkRuleSet });
const OPEN = "networkRuleSet.defaultAction: is not Deny";
const BYPASS = "networkRuleSet.bypass: lets other services of Azure past the firewall";

describeRule(azureStorageNetworkClosed, [
    { title: "accepts a firewall that denies", props: rules(CLOSED), found: [] },
    { title: "accepts no public network at all", props: { publicNetworkAccess: "Disabled" }, found: [] },
    {
        title: "accepts a rule for one address",
        props: rules({ ...CLOSED, ipRules: [{ iPAddressOrRange: "192.0.2.1" }] }),
        found: [],
    },
    { title: "rejects an open firewall", props: rules({ ...CLOSED, defaultAction: "Allow" }), found: [OPEN] },
    { title: "rejects an account without a firewall", props: {}, found: [OPEN, BYPASS] },
    { title: "rejects an empty firewall", props: rules({}), found: [OPEN, BYPASS] },
    { title: "rejects a way past the firewall", props: rules({ ...CLOSED, bypass: "AzureServices" }), found: [BYPASS] },
    {
        title: "rejects a rule for the whole internet",
        props: rules({ ...CLOSED, ipRules: [{ iPAddressOrRange: "0.0.0.0/0" }] }),
        found: ["networkRuleSet.ipRules[0].iPAddressOrRange: opens the firewall to the internet"],
    },
    ...["8.0.0.0/8", "192.0.2.0/23", "0.0.0.0", "192.0.2.0/x"].map((range) => ({
        title: `rejects a rule for ${range}`,
        props: rules({ ...CLOSED, ipRules: [{ iPAddressOrRange: range }] }),
        found: ["networkRuleSet.ipRules[0].iPAddressOrRange: opens the firewall to the internet"],
    })),
    {
        title: "accepts a rule for the addresses of one office",
        props: rules({ ...CLOSED, ipRules: [{ iPAddressOrRange: "192.0.2.0/24" }] }),
        found: [],
    },
    {
        title: "cannot decide while the firewall is unknown",
        props: { networkRuleSet: unknown },
        found: [
            "networkRuleSet.defaultAction is unknown",
            "networkRuleSet.bypass is unknown",
            "networkRuleSet.ipRules is unknown",
        ],
    },
]);
