import type { SupplementarySet } from "../supplementary-sets.ts";

/** What things are called inside the factory; Data Factory takes no dash in most of these names. */
export const IN_FACTORY = {
    blobs: "supplementary_blobs",
    door: "aws_landing",
} as const;

export function sourceName(set: SupplementarySet): string {
    return `${set.replaceAll("-", "_")}_source`;
}

export function batchesName(set: SupplementarySet): string {
    return `${set.replaceAll("-", "_")}_batches`;
}
