import type { Framework } from "./framework.ts";

/** The law numbers sections, not controls: the codes below a section are ours, by the usual domains of ITGC. */
export const soxItgc = {
    name: "SOX IT general controls",
    version: "Sarbanes-Oxley Act of 2002, sections 404 and 802",
    requirements: {
        "404-access-1": { title: "Only those who need it can reach programs and data that feed financial reports" },
        "404-access-2": { title: "Privileged access and credentials are under control" },
        "404-change-1": { title: "What runs in production is known and was changed on purpose" },
        "404-change-2": {
            title: "Who develops a change does not approve it",
            gap: "branch protection and environments with approval hold this, outside the resource graph",
            where: [".github/CODEOWNERS", ".github/workflows/deploy.yml"],
        },
        "404-operations-1": { title: "Processing is complete: nothing is lost, nothing counts twice" },
        "404-operations-2": { title: "Failures are noticed and followed up" },
        "404-operations-3": { title: "Data can be recovered" },
        "802-records": { title: "Records that auditors rely on are kept seven years, unaltered" },
    },
} as const satisfies Framework;
