import type { Framework } from "./framework.ts";

export const pciDss = {
    name: "PCI DSS",
    version: "4.0.1",
    requirements: {
        "1.3.1": { title: "Traffic into the environment of card data is restricted" },
        "1.3.2": { title: "Traffic out of the environment of card data is restricted" },
        "1.4.4": { title: "What stores card data is not reachable from untrusted networks" },
        "2.2.1": {
            title: "Components are configured to a hardening standard",
            beside: "drift detection compares what was deployed with what is there, every hour",
            where: [".github/workflows/drift.yml"],
        },
        "3.2.1": { title: "Card data is kept no longer than needed, then deleted" },
        "3.4.1": {
            title: "Card numbers are masked when displayed",
            beside: "a matter of the functions: what is shown or logged has tokens and masks in place of card numbers",
            where: ["docs/card-numbers.md", "functions/adapters"],
        },
        "3.5.1": {
            title: "Stored card numbers are unreadable",
            beside: "unpack replaces them by tokens before anything else sees them; what remains possible is written down",
            where: ["docs/card-numbers.md", "functions/unpack"],
        },
        "3.6.1": { title: "Keys that protect card data are themselves protected" },
        "3.7.4": {
            title: "Keys change at the end of their cryptoperiod",
            gap: "the MAC key of card tokens does not rotate, since tokens must stay the same",
        },
        "3.7.5": { title: "Keys are retired and destroyed under control" },
        "4.2.1": { title: "Card data travels under strong cryptography only" },
        "6.3.3": {
            title: "Components run on supported, patched software",
            gap: "nothing in this repository compares pinned libraries with lists of vulnerabilities",
        },
        "6.5.1": {
            title: "Changes are made by an agreed procedure",
            beside: "a matter of review: code owners, and the policy-checked preview on each pull request",
            where: [".github/CODEOWNERS", ".github/workflows/preview.yml"],
        },
        "6.5.3": { title: "Production is kept apart from other environments" },
        "7.2.1": {
            title: "An access model grants what each function needs",
            beside: "who can reach what is computed and reviewed with each change",
            where: ["stacks/baselines/access", "policies/access"],
        },
        "7.2.5": { title: "Application accounts hold the least privileges" },
        "7.2.6": { title: "People query stores of card data only as their duty asks" },
        "7.3.3": { title: "Access is denied unless it was granted" },
        "8.6.2": { title: "No password or key of an application lies in code or configuration" },
        "8.6.3": { title: "Credentials of applications are protected against misuse" },
        "10.2.1": { title: "Access and actions leave audit logs" },
        "10.2.1.1": { title: "Each access of a person to card data leaves an audit log" },
        "10.3.2": { title: "Audit logs are protected from change" },
        "10.3.4": { title: "A change of audit logs is detected" },
        "10.4.1.1": {
            title: "Audit logs are reviewed by automated means",
            beside: "alarms watch the platform's own signals; the bank's security monitoring reviews the logs themselves",
        },
        "10.5.1": { title: "Audit logs are kept for a year or longer" },
        "10.7.2": { title: "The failure of a critical control is noticed, alerted and handled at once" },
        "11.4.1": {
            title: "Penetration tests are made by an agreed method",
            gap: "no penetration test of the platform is on record in this repository",
        },
        "11.5.2": {
            title: "Changes of critical files are noticed",
            beside: "drift detection compares what was deployed with what is there, every hour",
            where: [".github/workflows/drift.yml"],
        },
        "12.5.1": {
            title: "An inventory of all components in scope is current",
            beside: "each environment lies in the repository as its resources",
            where: ["stacks/baselines"],
        },
        "12.10.1": {
            title: "An incident response plan stands ready",
            beside: "a procedure: one runbook for each alarm",
            where: ["docs/runbooks"],
        },
        "12.10.2": {
            title: "The incident response plan is tested each year",
            gap: "no test of the plan is on record in this repository",
        },
        "12.10.5": {
            title: "The incident response plan covers the alerts of monitoring systems",
            beside: "a page for each alarm says what it means and what to do",
            where: ["docs/runbooks"],
        },
    },
} as const satisfies Framework;
