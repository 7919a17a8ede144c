/** The sources whose files land in a folder of their own, and the extension of each one's format. */
export const FILE_SOURCES = {
    "card-network": "csv",
    "core-banking": "ndjson",
    iso20022: "xml",
} as const;

export type FileSource = keyof typeof FILE_SOURCES;
export type Format = (typeof FILE_SOURCES)[FileSource];

/** What programs put beside files to say how far these are: of checksums, Hadoop and uploads on their way. */
const MARKERS = [
    /^_(?:SUCCESS|started|committed|temporary)/,
    /_\$folder\$$/,
    /^\./,
    /\.(?:crc|crc32|md5|sha1|sha256|sha512|sig|asc|ok|done|ready|trigger|flag|ctl|lock|tmp|temp|part|partial|filepart)$/i,
];

/** Whether the last part of a key or address names a marker, which is no file to read. */
export function isMarker(name: string): boolean {
    return MARKERS.some((marker) => marker.test(name));
}

/** The source and format of `<source>/<name>.<extension>[.gz]`, or null when the key is none of these. */
export function landedFile(key: string): { source: FileSource; format: Format } | null {
    const source = Object.keys(FILE_SOURCES).find((name): name is FileSource => key.startsWith(`${name}/`));
    if (source === undefined) return null;
    const format = FILE_SOURCES[source];
    const name = key.toLowerCase();
    return name.endsWith(`.${format}`) || name.endsWith(`.${format}.gz`) ? { source, format } : null;
}
