/** One object of a definition; a field may be there several times, as `dependsOn` is. */
export interface DefinedObject {
    id: string;
    fields: { key: string; text?: string | undefined; ref?: string | undefined }[];
}
