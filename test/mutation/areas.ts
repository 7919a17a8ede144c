/** What is mutated together, and the tests that have to notice. */
export interface Area {
    mutate: readonly string[];
    tests: readonly string[];
}

/** Each takes some minutes of one processor. */
export const AREAS: Readonly<Record<string, Area>> = {
    screen: {
        mutate: ["functions/screen/*.ts", "!functions/screen/{handler,screening}.ts"],
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
        mutate: [
            "contract/cards/{find,issuers,json-text,luhn,quick-look,resolve,windows}.ts",
            "contract/values/card-number.ts",
        ],
        // Not how many of thousands of other numbers are taken for cards, which takes seconds for each mutant.
        tests: [
            "test/contract/cards/find.test.ts",
            "test/contract/cards/issuers.test.ts",
            "test/contract/cards/json-text.test.ts",
            "test/contract/cards/quick-look.test.ts",
            "test/contract/cards/resolve.test.ts",
            "test/contract/cards/windows.test.ts",
            "test/contract/values/card-number.test.ts",
        ],
    },
    disguises: {
        mutate: ["contract/cards/{characters,escapes,look-alikes,normal-form,unescape,written-otherwise}.ts"],
        tests: [
            "test/contract/cards/characters.test.ts",
            "test/contract/cards/escapes.test.ts",
            "test/contract/cards/look-alikes.test.ts",
            "test/contract/cards/normal-form.test.ts",
            "test/contract/cards/unescape.test.ts",
            "test/contract/cards/written-otherwise.test.ts",
            "test/contract/values/card-number.test.ts",
        ],
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
        mutate: ["functions/unpack/iso20022/{iso20022,message,pacs-handler,pacs-names,xml-guard}.ts"],
        tests: [
            "test/functions/unpack/iso20022/iso20022-envelopes.test.ts",
            "test/functions/unpack/iso20022/iso20022-faults.test.ts",
            "test/functions/unpack/iso20022/pacs-handler.test.ts",
            "test/functions/unpack/iso20022/pacs-names.test.ts",
            "test/functions/unpack/iso20022/xml-guard.test.ts",
            "test/functions/kinds/xml.test.ts",
            "test/functions/kinds/messages.test.ts",
        ],
    },
    payments: {
        mutate: ["functions/unpack/iso20022/{field-tree,first-text,pacs-draft,pacs-fields,pacs-row,part,payment}.ts"],
        tests: [
            "test/functions/unpack/iso20022/iso20022-identity.test.ts",
            "test/functions/unpack/iso20022/iso20022-money-and-time.test.ts",
            "test/functions/unpack/iso20022/pacs-fields.test.ts",
            "test/functions/unpack/iso20022/part.test.ts",
        ],
    },
    "message-counts": {
        mutate: ["functions/unpack/iso20022/{control-totals,repeats,transaction-count}.ts"],
        tests: [
            "test/functions/unpack/iso20022/control-totals.test.ts",
            "test/functions/unpack/iso20022/repeats.test.ts",
            "test/functions/unpack/iso20022/transaction-count.test.ts",
        ],
    },
    rows: {
        mutate: ["functions/unpack/rows/*.ts", "functions/unpack/file-name.ts"],
        tests: [
            "test/functions/unpack/rows",
            "test/functions/unpack/card-network",
            "test/functions/unpack/core-banking",
            "test/functions/unpack/file-name.test.ts",
            "test/functions/unpack/landing-objects.test.ts",
            "test/functions/kinds/accounts.test.ts",
            "test/functions/kinds/decimal-marks.test.ts",
        ],
    },
    quarantine: {
        mutate: ["functions/unpack/quarantine/*.ts"],
        // Not what plants numbers in every disguise, which takes a minute for each mutant that nothing else notices.
        tests: [
            "test/functions/unpack/quarantine/masked-copy.test.ts",
            "test/functions/unpack/quarantine/masking.test.ts",
            "test/functions/unpack/quarantine/quarantine-parts.test.ts",
        ],
    },
    text: {
        mutate: ["functions/unpack/text/*.ts"],
        tests: [
            "test/functions/unpack/text",
            "test/functions/kinds/line-ends.test.ts",
            "test/functions/kinds/checksums.test.ts",
            "test/functions/troubles/gzip.test.ts",
        ],
    },
    landing: {
        mutate: [
            "functions/unpack/{bulk-sender,conventions,discrepancies,job,landing-message,landing-objects,limits,manifest-store}.ts",
        ],
        tests: [
            "test/functions/unpack/bulk-sender.test.ts",
            "test/functions/unpack/conventions.test.ts",
            "test/functions/unpack/discrepancies.test.ts",
            "test/functions/unpack/landing-message.test.ts",
            "test/functions/unpack/landing-objects.test.ts",
            "test/functions/unpack/limits.test.ts",
        ],
    },
    files: {
        mutate: ["functions/unpack/{finish,progress,reader,unpack}.ts"],
        // Not what kills a run anywhere or hands thousands of rows on, which takes seconds for each mutant.
        tests: [
            "test/functions/unpack/unpack.test.ts",
            "test/functions/unpack/finish.test.ts",
            "test/functions/unpack/hand-over.test.ts",
            "test/functions/cards/stopped.test.ts",
        ],
    },
};
