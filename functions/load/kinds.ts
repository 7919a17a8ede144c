/** What is loaded, each by statements of its own and out of a bucket of its own. */
export const KINDS = ["transactions", "quarantine", "report-runs"] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What the objects of each are called, by whoever writes them: `score`, `unpack` and `screen`, `report`. Names of files are a
 * partner's choice, so what is made of a key has to be quoted, in SQL as in JSON.
 */
export const KEYS: Record<Kind, RegExp> = {
    transactions: /^transactions\/date=\d{4}-\d{2}-\d{2}\/[0-9a-f]{64}\.ndjson\.gz$/,
    quarantine: /^rows\/(?:[0-9a-f]{64}\.json|.+\/version-[^/]+\/(?:row-\d{10}\.ndjson|file\.json))$/s,
    "report-runs": /^runs\/\d{4}-\d{2}-\d{2}\/[a-p]{32}-(?:begun|ended)\.ndjson$/,
};

/** Where the SQL of a load lies, beside the code. */
export function sqlFile(kind: Kind): string {
    return `load-${kind}.sql`;
}
