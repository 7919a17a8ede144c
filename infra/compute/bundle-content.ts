/** The code of one function, ready for Lambda. */
export interface Bundle {
    /** The zip; its name carries the hash of its content. */
    path: string;
    /** Bytes of code, without the source map. */
    codeBytes: number;
}
