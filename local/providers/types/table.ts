import type { TypeDefinition, TypeTable } from "./definition.ts";

/** Finds a type, or says in which file its entry belongs. */
export function definitionOf(table: TypeTable, type: string): TypeDefinition {
    const definition = table[type];
    if (definition === undefined) throw new Error(unknownType(type));
    return definition;
}

export function unknownType(type: string): string {
    const [provider, module = "index"] = type.split(":");
    const service = module.split("/")[0];
    return `the local cloud does not know the type ${type}: add it to local/providers/types/${provider}/${service}.ts`;
}
