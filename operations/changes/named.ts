import { References } from "../baselines/references.ts";
import type { Stood } from "./change.ts";

export type Named = Readonly<Record<string, unknown>>;

/** The inputs of resources with each value of another resource by its name, so that they compare by what they mean. */
export class NamedResources {
    private readonly references: References;
    private readonly known = new Map<string, Named>();

    /** Components have outputs too, but are nothing in a cloud. */
    constructor(resources: readonly Stood[]) {
        this.references = new References(resources.filter(({ custom }) => custom));
    }

    /** Defaults included. */
    inputsOf(resource: Stood): Named {
        let named = this.known.get(resource.urn);
        if (named === undefined) {
            named = this.in({ ...resource.generated, ...resource.inputs }, resource) as Named;
            this.known.set(resource.urn, named);
        }
        return named;
    }

    /** Any value of a resource in the same way. */
    in(value: unknown, of: Stood): unknown {
        if (typeof value === "string") return this.references.in(value, of);
        if (Array.isArray(value)) return value.map((item) => this.in(item, of));
        if (!(value instanceof Object)) return value;
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.in(item, of)]));
    }
}
