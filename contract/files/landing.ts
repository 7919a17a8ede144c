/** The sources whose files land in a folder of their own, and the extension of each one's format. */
export const FILE_SOURCES = {
    "card-network": "csv",
    "core-banking": "ndjson",
    iso20022: "xml",
} as const;

export type FileSource = keyof typeof FILE_SOURCES;
export type Format = (typeof FILE_SOURCES)[FileSource];

/** The source and format of `<source>/<name>.<extension>[.gz]`, or null when the key is none of these. */
export function landedFile(key: string): { source: FileSource; format: Format } | null {
    const source = Object.keys(FILE_SOURCES).find((name): name is FileSource => key.startsWith(`${name}/`));
    if (source === undefined) return null;
    const format = FILE_SOURCES[source];
    const name = key.slice(source.length + 1).toLowerCase();
    return name.endsWith(`.${format}`) || name.endsWith(`.${format}.gz`) ? { source, format } : null;
}
