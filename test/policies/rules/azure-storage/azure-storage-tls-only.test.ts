import { azureStorageTlsOnly } from "../../../../policies/rules/azure-storage/azure-storage-tls-only.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const SAFE = { minimumTlsVersion: "TLS1_2", enableHttpsTrafficOnly: true };
const TLS = "minimumTlsVersion: is not TLS1_2 or newer";
const HTTPS = "enableHttpsTrafficOnly: is not on";

describeRule(azureStorageTlsOnly, [
    { title: "accepts TLS 1.2", props: SAFE, found: [] },
    { title: "accepts TLS 1.3", props: { ...SAFE, minimumTlsVersion: "TLS1_3" }, found: [] },
    { title: "rejects TLS 1.1", props: { ...SAFE, minimumTlsVersion: "TLS1_1" }, found: [TLS] },
    { title: "rejects an account that says nothing", props: {}, found: [TLS, HTTPS] },
    {
        title: "rejects empty values",
        props: { minimumTlsVersion: "", enableHttpsTrafficOnly: "" },
        found: [TLS, HTTPS],
    },
    { title: "rejects plain HTTP", props: { ...SAFE, enableHttpsTrafficOnly: false }, found: [HTTPS] },
    {
        title: "judges the one while the other is unknown",
        props: { minimumTlsVersion: unknown, enableHttpsTrafficOnly: false },
        found: ["minimumTlsVersion is unknown", HTTPS],
    },
]);
