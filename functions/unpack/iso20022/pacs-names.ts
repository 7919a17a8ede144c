import type { SaxesTagPlain } from "saxes";

/** How pacs.008 names its message element: by acronym, by type, or (version 01) by its own identifier. */
const CUSTOMER_CREDIT_TRANSFER = /^(?:FIToFICstmrCdtTrf|FIToFICustomerCreditTransfer|pacs\.008\.001\.\d\d)(?:V\d+)?$/;
/** Other messages of the family, whatever a header or namespace claims. */
const OTHER_MESSAGE =
    /^(?:FICdtTrf|FinInstnCdtTrf|CstmrCdtTrfInitn|FIToFI.+|Cstmr.+|PmtRtr|(?:pacs|pain|camt)\.\d{3}.*)$/;

export function localName(name: string): string {
    return name.slice(name.indexOf(":") + 1);
}

/** The message definition in a namespace or header, such as `pacs.008.001.08`. */
function definition(text: string | undefined): string | undefined {
    return text === undefined ? undefined : /(?:pacs|pain|camt|admi)\.\d{3}/.exec(text)?.[0];
}

/** What else speaks about a message: the namespace of its group header, and the application header's definition. */
export interface Hints {
    namespace?: string | undefined;
    header?: string | undefined;
}

/**
 * Whether the element holds a pacs.008. Its name decides; schemes that name it their own way are told by the namespace
 * of the group header, and without one by the application header.
 */
export function isCustomerCreditTransfer(element: string, { namespace, header }: Hints): boolean {
    if (CUSTOMER_CREDIT_TRANSFER.test(element)) return true;
    if (OTHER_MESSAGE.test(element)) return false;
    return (definition(namespace) ?? definition(header)) === "pacs.008";
}

/** The whole name of a message definition with its version, such as `pacs.008.001.08`. */
export function versionOf(text: string | undefined): string | undefined {
    return text === undefined ? undefined : /(?:pacs|pain|camt|admi)\.\d{3}\.\d{3}\.\d{2}/.exec(text)?.[0];
}

/** The namespaces in scope, by prefix ("" is the default one). */
export class Namespaces {
    private readonly declared: { depth: number; prefix: string; uri: string }[] = [];
    /** Of the prefixes that were asked for since the last declaration came or went. */
    private readonly known = new Map<string, string | undefined>();

    open(tag: SaxesTagPlain, depth: number): void {
        for (const name in tag.attributes) {
            if (!name.startsWith("xmlns")) continue;
            const prefix = name.slice("xmlns:".length);
            if (name !== "xmlns" && name[5] !== ":") continue;
            this.declared.push({ depth, prefix, uri: tag.attributes[name] ?? "" });
            this.known.clear();
        }
    }

    close(depth: number): void {
        while ((this.declared.at(-1)?.depth ?? 0) >= depth) {
            this.declared.pop();
            this.known.clear();
        }
    }

    /** Undefined for a name in none; a prefix that nobody declared is taken for a namespace of its own. */
    of(tagName: string): string | undefined {
        const colon = tagName.indexOf(":");
        const prefix = colon < 0 ? "" : tagName.slice(0, colon);
        if (this.known.has(prefix)) return this.known.get(prefix);
        const uri = this.declared.findLast((declaration) => declaration.prefix === prefix)?.uri;
        const namespace = uri === undefined && prefix !== "" ? `${prefix}:` : uri === "" ? undefined : uri;
        this.known.set(prefix, namespace);
        return namespace;
    }
}
