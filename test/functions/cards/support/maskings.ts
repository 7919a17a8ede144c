// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are texts of source files.
import type { Kind } from "./plants.ts";
import type { Masking } from "./without.ts";

/** Where a number is planted, and behind which disguise. */
export interface Plant {
    /** `live` for a message of a live producer, `screen` for its way up to there. */
    format: string;
    field: string;
    behind: string;
    kind: Kind;
    /** Left out, one of a scheme that everybody knows. */
    number?: string;
    /** How it is written, where that is no disguise but what tells one masking from the next. */
    write?: (number: string) => string;
}

/** A number that may be one by chance: guards let it pass, since whatever hides has to hide it. */
const glued = (number: string): string => `${number}8642975`;

/** A number of no scheme that is known, as a mistyped one may be. */
const OF_NOBODY = "9999888877776666";

const csv = (field: string, kind: Kind, behind = "nothing"): Plant => ({ format: "card-network", field, kind, behind });
const ndjson = (field: string, kind: Kind, behind = "nothing"): Plant => ({
    format: "core-banking",
    field,
    kind,
    behind,
});
const xml = (field: string, kind: Kind, behind = "nothing"): Plant => ({ format: "iso20022", field, kind, behind });
const live = (field: string, kind: Kind, behind = "nothing"): Plant => ({ format: "live", field, kind, behind });
const screened = (field: string, kind: Kind): Plant => ({ ...live(field, kind), format: "screen", write: glued });

/**
 * Every place between a landed file or a live message and what leaves that hides or stops card numbers, each with a plant
 * that is seen once it is taken out.
 */
export const MASKINGS: readonly (Masking & { plant: Plant; also?: Masking })[] = [
    {
        name: "tokens in the place of identifiers",
        file: "functions/unpack/rows/canonical.ts",
        text: "return replaceCardNumbers(identifier, tokenOf, known);",
        without: "return identifier;",
        plant: csv("account_id", "good"),
    },
    {
        name: "the search in identifiers for numbers within longer ones",
        file: "functions/unpack/rows/canonical.ts",
        text: "!mayHoldCardNumber(whole, known)",
        without: "!containsCardNumber(whole, known)",
        plant: { ...ndjson("deviceId", "good"), write: glued },
    },
    {
        name: "the refusal of amounts that read as card numbers",
        file: "functions/unpack/rows/canonical.ts",
        text: "if (amountMinor >= LEAST_CARD && containsCardNumber(String(amountMinor))) {",
        without: "if (amountMinor < 0) {",
        plant: { ...csv("amount", "good"), write: (number) => number.replace(/(..)$/, ".$1") },
    },
    {
        name: "masks in refused rows of CSV",
        file: "functions/unpack/card-network/card-row.ts",
        text: "return kept(fields.join(this.layout.delimiter), mask, known);",
        without: "return this.fields.join(this.layout.delimiter);",
        plant: csv("note", "refused"),
    },
    {
        name: "the mask over the whole column of cards",
        file: "functions/unpack/card-network/card-row.ts",
        text: "index === card ? maskWhole(field) : keptField(field, known)",
        without: "keptField(index === card ? field : field, known)",
        plant: { ...csv("card_number", "refused", "letters between groups"), number: OF_NOBODY },
    },
    {
        name: "masks in refused objects of NDJSON",
        file: "functions/unpack/core-banking/banking-row.ts",
        text: "return keptJson(this.json, mask);",
        without: "return this.json;",
        plant: ndjson("note", "refused"),
    },
    {
        name: "masks by value in JSON",
        file: "functions/unpack/quarantine/masking.ts",
        text: "kept(maskJson(json.slice(0, CONTENT_LENGTH + LOOKAHEAD)), mask)",
        without: "kept(json.slice(0, CONTENT_LENGTH + LOOKAHEAD), (text) => text)",
        plant: ndjson("note", "refused", "JSON's escapes"),
    },
    {
        name: "masks in refused payments",
        file: "functions/unpack/iso20022/pacs-row.ts",
        text: "return keptJson(JSON.stringify(Object.fromEntries(this.transaction)), mask);",
        without: "return JSON.stringify(Object.fromEntries(this.transaction));",
        plant: xml("DbtrNm", "refused"),
    },
    {
        name: "masks in rows that are no records",
        file: "functions/unpack/rows/broken-row.ts",
        text: "return kept(this.text, this.mask);",
        without: "return this.text;",
        plant: csv("note", "broken"),
    },
    {
        name: "masks in what is said of a file's fault",
        file: "functions/unpack/finish.ts",
        text: "detail: `${mask(fault.message)} (${position})`",
        without: "detail: `${fault.message} (${position})`",
        plant: xml("encoding", "good"),
    },
    {
        name: "masks in copies of faulty files",
        file: "functions/unpack/quarantine/masked-copy.ts",
        text: "yield mask(held);",
        without: "yield held;",
        plant: xml("Ustrd", "faulty"),
    },
    {
        name: "masks in longer copies of faulty files",
        file: "functions/unpack/quarantine/masked-copy.ts",
        text: "return mask(text);",
        without: "return text;",
        plant: xml("Ustrd", "long"),
    },
    {
        name: "tokens in names of files",
        file: "functions/unpack/file-name.ts",
        text: "within(sendable(replaceCardNumbers(job.key, tokenOf)), BYTES.fileName)",
        without: "within(sendable(job.key), BYTES.fileName)",
        plant: csv("key", "good"),
    },
    {
        name: "the seal over the key of a file that goes on in another run",
        file: "functions/unpack/rows/key-seal.ts",
        text: 'return sealed.toString("base64url");',
        without: "return text;",
        also: {
            name: "opening it",
            file: "functions/unpack/rows/key-seal.ts",
            text: 'const bytes = Buffer.from(sealed, "base64url");',
            without: 'if (sealed !== "") return sealed; const bytes = Buffer.from(sealed);',
        },
        plant: csv("key", "good"),
    },
    {
        name: "the look at the fields of canonical messages",
        file: "functions/screen/read-message.ts",
        text: 'holdsCardNumber(transaction) ? wrong("contains-card-number")',
        without: 'transaction === undefined ? wrong("contains-card-number")',
        plant: live("accountId", "good"),
    },
    {
        name: "the look at messages that are written otherwise",
        file: "functions/screen/read-message.ts",
        text: "value === undefined ? containsCardNumber(body) : jsonHoldsCardNumber(body)",
        without: "value === null",
        plant: live("accountId", "good", "JSON's escapes"),
    },
    {
        name: "masks in what is kept of a refused message",
        file: "functions/screen/refusal.ts",
        text: "const masked = maskJson(body);",
        without: "const masked = body;",
        plant: screened("note", "good"),
    },
    {
        name: "masks in a refused message that is no JSON",
        file: "functions/screen/refusal.ts",
        text: "return isJson(body) && !containsCardNumber(masked) ? masked : maskCardNumbers(masked);",
        without: "return body;",
        plant: screened("text", "good"),
    },
    {
        name: "masks in origins of refused messages",
        file: "functions/screen/refusal.ts",
        text: "origin === messageOrigin(messageId) ? origin : maskOrigin(origin)",
        without: "origin",
        plant: screened("origin", "refused"),
    },
    {
        name: "masks in parked messages",
        file: "functions/park/masked-message.ts",
        text: "return holds ? { body: masked(body), attributes: maskedAttributes(attributes) } : undefined;",
        without: "return holds ? { body, attributes } : undefined;",
        plant: live("accountId", "good"),
    },
    {
        name: "masks in the causes of parked messages",
        file: "functions/park/parked-message.ts",
        text: "`the function said: ${maskCardNumbers(error)}`",
        without: "`the function said: ${error}`",
        plant: live("accountId", "good"),
    },
    {
        name: "masks in logs",
        file: "functions/adapters/logger.ts",
        text: 'if (typeof value === "string") return maskedText(value);',
        without: 'if (typeof value === "string") return value;',
        plant: live("accountId", "good"),
    },
];

/** What stands at each exit, and what goes through it when it is gone. */
export const GUARDS: readonly (Masking & { exit: Exit })[] = [
    {
        name: "the guard of queues",
        file: "functions/adapters/queue.ts",
        text: 'refuseCardNumbers("a queue", [body, ...',
        without: 'refuseCardNumbers("a queue", [...',
        exit: "queue",
    },
    {
        name: "the guard of messages' attributes",
        file: "functions/adapters/queue.ts",
        text: "...Object.values(attributes).map(({ StringValue }) => StringValue)",
        without: "",
        exit: "attribute",
    },
    {
        name: "the guard of objects",
        file: "functions/adapters/objects.ts",
        text: 'refuseCardNumbers("an object", textsOf(body, contentType));',
        without: "{}",
        exit: "object",
    },
    {
        name: "the guard of objects' keys",
        file: "functions/adapters/objects.ts",
        text: 'refuseCardNumbers("the key of an object", [key]);',
        without: "",
        exit: "key",
    },
    {
        name: "the mask of topics",
        file: "functions/adapters/topic.ts",
        text: "withoutCardNumbers(JSON.stringify(message))",
        without: "JSON.stringify(message)",
        exit: "topic",
    },
    {
        name: "the mask of topics' subjects",
        file: "functions/adapters/topic.ts",
        text: "withoutCardNumbers(subject)",
        without: "subject",
        exit: "subject",
    },
];
export type Exit = "queue" | "attribute" | "object" | "key" | "topic" | "subject";

/** What makes guards of guards: without it, all that a step would send leaves as it is. */
export const ALL_GUARDS: readonly Masking[] = [
    {
        name: "refusals at the exits",
        file: "functions/adapters/card-guard.ts",
        text: "if (!wouldBeStopped(texts)) return;",
        without: "if (texts.length >= 0) return;",
    },
    {
        name: "masks at the exits",
        file: "functions/adapters/card-guard.ts",
        text: "return isJson(text) ? maskJson(text, masked) : masked(text);",
        without: "return text;",
    },
];
