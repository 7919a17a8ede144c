import { type Known, PLAIN } from "../../../../local/in-process/resources.ts";

/** A resource of an imagined program. */
export function known(type: string, name: string, inputs: Known["inputs"] = {}, more: Partial<Known> = {}): Known {
    return {
        ...PLAIN,
        type,
        name,
        parent: "",
        custom: true,
        urn: `urn:pulumi:prod::bank::${type}::${name}`,
        id: `${name}-id`,
        inputs,
        outputs: {},
        ...more,
    };
}
