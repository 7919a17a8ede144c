import type { Framework } from "./framework.ts";

/** The law numbers sections, not controls: the codes below a section are ours, by the usual domains of ITGC. */
export const soxItgc = {
    name: "SOX IT general controls",
    version: "Sarbanes-Oxley Act of 2002, sections 404 and 802",
    requirements: {
        "404-access-1": {
            title: "Only those who need it can reach programs and data that feed financial reports",
            beside: "who can reach what is computed and reviewed with each change",
            where: ["stacks/baselines/access"],
            gap: "the regular review of people's rights is the bank's procedure",
        },
        "404-access-2": { title: "Privileged access and credentials are under control" },
        "404-change-1": {
            title: "What runs in production is known and was changed on purpose",
            beside: "drift detection compares what was deployed with what is there, every hour",
            where: [".github/workflows/drift.yml", "stacks/baselines"],
        },
        "404-change-2": {
            title: "Who develops a change does not approve it",
            beside: "branch protection and environments with approval hold this, outside the resource graph",
            where: [".github/CODEOWNERS", ".github/workflows/deploy.yml"],
            gap: "that the protection is switched on is seen at GitHub only",
        },
        "404-operations-1": {
            title: "Processing is complete: nothing is lost, nothing counts twice",
            beside: "ledger and warehouse are compared by identity each hour",
            where: ["functions/reconcile"],
        },
        "404-operations-2": {
            title: "Failures are noticed and followed up",
            beside: "a page for each alarm says what it means and what to do",
            where: ["docs/runbooks"],
        },
        "404-operations-3": {
            title: "Data can be recovered",
            gap: "no rehearsal of recovering it is on record in this repository",
        },
        "802-records": { title: "Records that auditors rely on are kept seven years, unaltered" },
    },
} as const satisfies Framework;
