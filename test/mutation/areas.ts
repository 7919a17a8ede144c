/** What is mutated together, and the tests that have to notice. */
export interface Area {
    mutate: readonly string[];
    tests: readonly string[];
}

/** Areas take from one to ten minutes on one processor; all of them together about an hour. */
export const AREAS: Readonly<Record<string, Area>> = {
    screen: {
        mutate: ["functions/screen/*.ts", "!functions/screen/handler.ts"],
        tests: ["test/functions/screen", "test/functions/cards/stopped.test.ts"],
    },
    values: {
        mutate: ["contract/values/*.ts", "!contract/values/card-number.ts"],
        tests: [
            "test/contract/values/amount.test.ts",
            "test/contract/values/codes.test.ts",
            "test/contract/values/time.test.ts",
            "test/contract/values/wall-clock.test.ts",
            "test/functions/kinds/times.test.ts",
        ],
    },
    cards: {
        mutate: ["contract/cards/*.ts", "contract/values/card-number.ts"],
        tests: ["test/contract/cards", "test/contract/values/card-number.test.ts"],
    },
    transaction: {
        mutate: ["contract/transaction/*.ts", "contract/files/*.ts", "contract/discrepancy.ts"],
        tests: ["test/contract/transaction", "test/contract/files", "test/contract/limits.test.ts"],
    },
    "card-network": {
        mutate: ["functions/unpack/card-network/*.ts"],
        tests: [
            "test/functions/unpack/card-network",
            "test/functions/kinds/decimal-marks.test.ts",
            "test/functions/kinds/headers.test.ts",
            "test/functions/kinds/quotes.test.ts",
        ],
    },
    "core-banking": {
        mutate: ["functions/unpack/core-banking/*.ts"],
        tests: ["test/functions/unpack/core-banking", "test/functions/kinds/line-ends.test.ts"],
    },
    iso20022: {
        mutate: ["functions/unpack/iso20022/*.ts"],
        tests: [
            "test/functions/unpack/iso20022",
            "test/functions/kinds/xml.test.ts",
            "test/functions/kinds/messages.test.ts",
        ],
    },
    rows: {
        mutate: ["functions/unpack/rows/*.ts", "functions/unpack/file-name.ts"],
        tests: [
            "test/functions/unpack/rows",
            "test/functions/unpack/card-network",
            "test/functions/unpack/core-banking",
            "test/functions/unpack/file-name.test.ts",
            "test/functions/kinds/accounts.test.ts",
            "test/functions/kinds/decimal-marks.test.ts",
        ],
    },
    quarantine: {
        mutate: ["functions/unpack/quarantine/*.ts"],
        tests: [
            "test/functions/unpack/quarantine",
            "test/functions/unpack/faulty-files.test.ts",
            "test/functions/unpack/text/streams.test.ts",
        ],
    },
    text: {
        mutate: ["functions/unpack/text/*.ts"],
        tests: [
            "test/functions/unpack/text",
            "test/functions/kinds/line-ends.test.ts",
            "test/functions/kinds/checksums.test.ts",
        ],
    },
    files: {
        mutate: ["functions/unpack/*.ts", "!functions/unpack/handler.ts", "!functions/unpack/file-name.ts"],
        tests: [
            "test/functions/unpack/unpack.test.ts",
            "test/functions/unpack/bulk-sender.test.ts",
            "test/functions/unpack/conventions.test.ts",
            "test/functions/unpack/file-name.test.ts",
            "test/functions/unpack/landing-objects.test.ts",
            "test/functions/unpack/text/streams.test.ts",
            "test/functions/unpack/hand-over.test.ts",
            "test/functions/unpack/landing-message.test.ts",
            "test/functions/unpack/faulty-files.test.ts",
            "test/functions/unpack/killed.test.ts",
            "test/functions/cards/stopped.test.ts",
        ],
    },
};
