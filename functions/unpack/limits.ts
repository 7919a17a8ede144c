export interface Limits {
    /** Bytes of one row, or characters of one XML transaction. */
    rowBytes: number;
    /** Lines one quoted CSV record may span. */
    recordLines: number;
    /** Characters of one XML text, tag or comment. */
    xmlNodeLength: number;
    xmlDepth: number;
    /** Transactions of one XML message. */
    messageTransactions: number;
    /** Unpacked bytes for each packed one, counted once `bombFreeBytes` are out: real payment files stay under 60. */
    gzipRatio: number;
    bombFreeBytes: number;
    /** Unpacked bytes of one file. */
    unpackedBytes: number;
    /** Characters of a file's masked copy; a longer file's copy ends there. */
    copyLength: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

export const LIMITS: Limits = {
    rowBytes: MIB,
    recordLines: 1000,
    xmlNodeLength: 256 * KIB,
    xmlDepth: 64,
    messageTransactions: 2_000_000,
    gzipRatio: 200,
    bombFreeBytes: 16 * MIB,
    unpackedBytes: 64 * GIB,
    copyLength: GIB,
};
