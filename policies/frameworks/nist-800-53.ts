import type { Framework } from "./framework.ts";

export const nist80053 = {
    name: "NIST SP 800-53",
    version: "Revision 5",
    requirements: {
        "AC-3": {
            title: "Access is enforced as authorised",
            beside: "who can reach what is computed and reviewed with each change",
            where: ["stacks/baselines/access", "policies/access"],
        },
        "AC-4": { title: "Information flows only where it may" },
        "AC-5": {
            title: "Duties that conflict are separated",
            beside: "code owners review, and environments wait for people who did not push",
            where: [".github/CODEOWNERS", ".github/workflows/deploy.yml"],
            gap: "who is in which team is settled at GitHub and in the directory, not here",
        },
        "AC-6": {
            title: "Nobody and nothing holds more privileges than needed",
            gap: "rights of people are granted in the bank's directory",
        },
        "AU-2": { title: "Events worth logging are logged" },
        "AU-6": {
            title: "Audit records are reviewed and analysed",
            beside: "the bank's security monitoring reads the logs; the platform only keeps and protects them",
        },
        "AU-9": { title: "Audit information is protected" },
        "AU-9(3)": { title: "Audit information is protected by cryptography" },
        "AU-11": { title: "Audit records are kept as long as required" },
        "AU-12": { title: "Components generate audit records" },
        "CA-8": {
            title: "The system is tested by attacking it",
            gap: "no penetration test of the platform is on record in this repository",
        },
        "CM-3": {
            title: "Changes are controlled",
            beside: "a matter of review: code owners, and the policy-checked preview on each pull request",
            where: [".github/CODEOWNERS", ".github/workflows/preview.yml"],
        },
        "CM-6": {
            title: "Settings follow a documented, restrictive configuration",
            beside: "drift detection compares what was deployed with what is there, every hour",
            where: [".github/workflows/drift.yml"],
        },
        "CM-8": {
            title: "An inventory of components is current",
            beside: "each environment lies in the repository as its resources",
            where: ["stacks/baselines"],
        },
        "CP-4": {
            title: "Recovery is rehearsed",
            gap: "backups are made and protected, but no rehearsal of restoring them is on record in this repository",
        },
        "CP-9": { title: "Information is backed up" },
        "CP-10": { title: "The system can be recovered to a known state" },
        "IA-5": { title: "Credentials are managed through their life" },
        "IA-5(7)": { title: "No unprotected credential is embedded in programs or configuration" },
        "IA-9": { title: "Services identify each other before they talk" },
        "IR-4": {
            title: "Incidents are handled",
            beside: "a procedure: one runbook for each alarm",
            where: ["docs/runbooks"],
        },
        "RA-5": {
            title: "Known vulnerabilities are looked for",
            gap: "every library is pinned, but nothing in this repository compares the pins with lists of vulnerabilities",
        },
        "SA-9(5)": { title: "Data is processed and stored in the agreed places only" },
        "SA-22": { title: "Unsupported components are replaced" },
        "SC-5": { title: "Overload of one part does not take down the rest" },
        "SC-7": { title: "Traffic over the system's boundary is controlled" },
        "SC-7(5)": { title: "Traffic is denied unless it was allowed" },
        "SC-7(10)": { title: "Data is kept from being carried out" },
        "SC-8": { title: "Transmitted information stays confidential and whole" },
        "SC-12": { title: "Cryptographic keys are established and managed" },
        "SC-13": { title: "Cryptography is of an approved kind" },
        "SC-28": { title: "Stored information is protected" },
        "SC-28(1)": { title: "Stored information is encrypted" },
        "SI-4": {
            title: "The system is monitored",
            gap: "detection of intruders in the accounts is the bank's security monitoring",
        },
        "SI-4(5)": { title: "The system alerts people by itself" },
        "SI-7": {
            title: "Programs and data are guarded against changes that nobody made",
            beside: "every library is pinned with its hash, and drift is looked for every hour",
            where: ["package-lock.json", ".github/workflows/drift.yml"],
        },
        "SI-11": { title: "Errors are handled, and told to the right people only" },
        "SI-12": { title: "Information is managed and kept as the law asks" },
    },
} as const satisfies Framework;
