import { isCustomerKey } from "../../checks/customer-key.ts";
import { WORKGROUP } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const RESULT = "configuration.resultConfiguration";

export const athenaResultsEncrypted: ResourceRule = {
    name: "athena-results-encrypted",
    scope: "resource",
    why: "A result holds the very transactions that were asked for, so a key of ours must decide who reads it.",
    severity: "high",
    controls: ["pci:3.5.1", "nist:SC-28(1)", "iso:A.8.24"],
    fix: "Set outputLocation, and encryptionConfiguration with SSE_KMS and the platform's data key",
    types: [WORKGROUP],
    check(workgroup, judge) {
        judge(workgroup.at(`${RESULT}.outputLocation`), (location) =>
            location.text() === undefined
                ? "is not set, so whoever runs a query decides where its result goes"
                : undefined,
        );
        judge(workgroup.at(`${RESULT}.encryptionConfiguration.encryptionOption`), (option) => {
            const chosen = option.text();
            if (chosen === undefined) return "is not set";
            return chosen.endsWith("_KMS") ? undefined : `is ${chosen}, not a key of ours`;
        });
        judge(workgroup.at(`${RESULT}.encryptionConfiguration.kmsKeyArn`), isCustomerKey);
    },
};
