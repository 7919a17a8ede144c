import type { Properties } from "../../store/value.ts";
import type { Constructed } from "../components/component.ts";
import type { Registrar } from "../components/registrar.ts";
import type { ProviderPackage } from "../session.ts";
import { plainProperties } from "../values/plain.ts";

export interface Wanted {
    readonly type: string;
    readonly name: string;
    readonly inputs: Properties;
}

/** Builds a component whose code is in the provider, not in the program. */
export async function constructComponent(
    { components = {}, name: provider }: ProviderPackage,
    { type, name, inputs }: Wanted,
    registrar: Registrar,
): Promise<Constructed> {
    const component = components[type];
    if (component === undefined) {
        throw new Error(
            `the local cloud does not know the component ${type}: add it to local/providers/packages/${provider}.ts`,
        );
    }
    const made = await component(name, plainProperties(inputs), registrar);
    await registrar.finish(made.component, made.outputs);
    return made;
}
