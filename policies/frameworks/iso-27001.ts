import type { Framework } from "./framework.ts";

export const iso27001 = {
    name: "ISO/IEC 27001",
    version: "2022, Annex A",
    requirements: {
        "A.5.9": { title: "Information and other assets are inventoried with their owners" },
        "A.5.12": { title: "Information is classified by its need for protection" },
        "A.5.14": { title: "Information is transferred under agreed protection" },
        "A.5.15": { title: "Access follows rules made from business needs" },
        "A.5.17": { title: "Authentication information is allocated and kept under control" },
        "A.5.18": { title: "Access rights are granted, reviewed and withdrawn by policy" },
        "A.5.23": { title: "Cloud services are used under defined security requirements" },
        "A.5.25": {
            title: "Security events are assessed and classified",
            gap: "a procedure: whoever an alarm reaches follows its runbook",
            where: ["docs/runbooks"],
        },
        "A.5.33": { title: "Records are protected from loss, change and forgery" },
        "A.8.2": { title: "Privileged access is restricted" },
        "A.8.3": { title: "Access to information is restricted" },
        "A.8.6": { title: "Use of resources is kept within capacity" },
        "A.8.8": { title: "Technical vulnerabilities are managed" },
        "A.8.9": { title: "Configurations are defined, kept and monitored" },
        "A.8.10": { title: "Information is deleted when it is no longer needed" },
        "A.8.13": { title: "Backups are kept and can be restored" },
        "A.8.15": { title: "Logs are produced, kept and protected" },
        "A.8.16": { title: "Anomalies are noticed and acted upon" },
        "A.8.20": { title: "Networks and their devices are secured" },
        "A.8.24": { title: "Cryptography and its keys are used by rule" },
        "A.8.29": {
            title: "Security is tested in development and before acceptance",
            gap: "a matter of tests: every change runs them all, and every guardrail over every environment",
            where: [".github/workflows/checks.yml", "test"],
        },
        "A.8.32": {
            title: "Changes follow a procedure",
            gap: "a matter of review: code owners, and the policy-checked preview on each pull request",
            where: [".github/CODEOWNERS", ".github/workflows/preview.yml"],
        },
    },
} as const satisfies Framework;
