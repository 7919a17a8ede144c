import type { Framework } from "./framework.ts";

export const iso27001 = {
    name: "ISO/IEC 27001",
    version: "2022, Annex A",
    requirements: {
        "A.5.3": {
            title: "Duties that conflict are held by different people",
            beside: "code owners review, and environments wait for people who did not push",
            where: [".github/CODEOWNERS", ".github/workflows/deploy.yml"],
            gap: "who is in which team is settled at GitHub and in the directory, not here",
        },
        "A.5.9": {
            title: "Information and other assets are inventoried with their owners",
            beside: "each environment lies in the repository as its resources",
            where: ["stacks/baselines"],
        },
        "A.5.12": { title: "Information is classified by its need for protection" },
        "A.5.14": { title: "Information is transferred under agreed protection" },
        "A.5.15": {
            title: "Access follows rules made from business needs",
            beside: "who can reach what is computed and reviewed with each change",
            where: ["stacks/baselines/access", "policies/access"],
        },
        "A.5.17": { title: "Authentication information is allocated and kept under control" },
        "A.5.18": {
            title: "Access rights are granted, reviewed and withdrawn by policy",
            beside: "who can reach what is computed and reviewed with each change",
            where: ["stacks/baselines/access"],
            gap: "rights of people are granted in the bank's directory",
        },
        "A.5.23": { title: "Cloud services are used under defined security requirements" },
        "A.5.25": {
            title: "Security events are assessed and classified",
            beside: "a procedure: whoever an alarm reaches follows its runbook",
            where: ["docs/runbooks"],
        },
        "A.5.28": {
            title: "Evidence of security events is collected and preserved",
            beside: "the state of every control and the sources behind it, the same to the byte",
            where: ["operations/evidence"],
        },
        "A.5.33": { title: "Records are protected from loss, change and forgery" },
        "A.5.34": {
            title: "Personal data is protected as the law asks",
            beside: "card numbers are replaced by tokens or masked before anything else sees them",
            where: ["docs/card-numbers.md"],
            gap: "requests of data subjects and the register of processing are the bank's procedures",
        },
        "A.8.2": { title: "Privileged access is restricted" },
        "A.8.3": { title: "Access to information is restricted" },
        "A.8.5": { title: "Authentication is as strong as access is worth" },
        "A.8.6": { title: "Use of resources is kept within capacity" },
        "A.8.8": {
            title: "Technical vulnerabilities are managed",
            beside: "every library is pinned with its hash",
            where: ["package-lock.json"],
            gap: "nothing in this repository compares the pins with lists of vulnerabilities",
        },
        "A.8.9": {
            title: "Configurations are defined, kept and monitored",
            beside: "drift detection compares what was deployed with what is there, every hour",
            where: [".github/workflows/drift.yml"],
        },
        "A.8.10": { title: "Information is deleted when it is no longer needed" },
        "A.8.11": {
            title: "Data is masked where it need not be seen",
            beside: "a matter of the functions: tokens and masks in place of card numbers, guarded at every exit",
            where: ["docs/card-numbers.md", "functions/adapters"],
        },
        "A.8.12": { title: "Data is kept from leaking out" },
        "A.8.13": {
            title: "Backups are kept and can be restored",
            gap: "no rehearsal of restoring them is on record in this repository",
        },
        "A.8.14": { title: "Processing is redundant where availability asks for it" },
        "A.8.15": { title: "Logs are produced, kept and protected" },
        "A.8.16": { title: "Anomalies are noticed and acted upon" },
        "A.8.20": { title: "Networks and their devices are secured" },
        "A.8.22": { title: "Groups of systems are segregated in the network" },
        "A.8.24": { title: "Cryptography and its keys are used by rule" },
        "A.8.29": {
            title: "Security is tested in development and before acceptance",
            beside: "a matter of tests: every change runs them all, and every guardrail over every environment",
            where: [".github/workflows/checks.yml", "test"],
        },
        "A.8.31": { title: "Development, test and production are kept apart" },
        "A.8.32": {
            title: "Changes follow a procedure",
            beside: "a matter of review: code owners, and the policy-checked preview on each pull request",
            where: [".github/CODEOWNERS", ".github/workflows/preview.yml"],
        },
        "A.8.33": {
            title: "Data for tests is chosen and protected",
            beside: "every sample is made up by a generator",
            where: ["samples/generator"],
        },
    },
} as const satisfies Framework;
