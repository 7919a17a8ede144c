import { labelOf, type Planned } from "./planned.ts";

interface Reference {
    urn: string;
    text: string;
}

/**
 * Only what cannot stand for anything else: a name with a made-up ending, an ARN, an Azure id, an address. The number of
 * the account is none, though what exists once in an account has it for an id.
 */
const TELLING = /^(?!\d{12}$).*[0-9a-f]{7,}$|^(arn:|https?:\/\/|\/subscriptions\/)/;

/**
 * Gives what a value refers to: `${Key::data.arn}` instead of the made-up ARN of the key. So a line says which thing is
 * meant, and is the same in every run.
 */
export class References {
    private readonly byValue = new Map<string, Reference>();
    private readonly pattern: RegExp;

    constructor(resources: readonly Planned[]) {
        for (const resource of resources) this.note(resource);
        // The longest first, so that an ARN is not replaced by the name at its end.
        const values = [...this.byValue.keys()].sort((a, b) => b.length - a.length);
        this.pattern = new RegExp(values.map(escaped).join("|") || "$^", "g");
    }

    /** The text with every value of another resource replaced by its reference. */
    in(text: string, of: Pick<Planned, "urn">): string {
        if (text.length < 8) return text;
        return text.replace(this.pattern, (value) => {
            const found = this.byValue.get(value);
            return found && found.urn !== of.urn ? `\${${found.text}}` : value;
        });
    }

    private note(resource: Planned): void {
        const { urn, id, generated, outputs } = resource;
        const values = { arn: outputs.arn, url: outputs.url, ...generated, keyId: outputs.keyId, id };
        for (const [property, value] of Object.entries(values)) {
            if (typeof value !== "string" || value.length < 8 || !TELLING.test(value)) continue;
            if (!this.byValue.has(value)) this.byValue.set(value, { urn, text: `${labelOf(resource)}.${property}` });
        }
    }
}

function escaped(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
