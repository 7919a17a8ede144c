import type { StateResource } from "./deployment.ts";

/** A line of the program. */
export interface Source {
    file: string;
    line: number;
}

/** Where the program constructs a resource, as the state remembers it. */
export function sourceOf({ sourcePosition }: StateResource): Source | undefined {
    const [, file, line] = /^project:\/\/\/(.+)#(\d+)/.exec(sourcePosition ?? "") ?? [];
    return file === undefined ? undefined : { file, line: Number(line) };
}

const CLOUDS: Readonly<Record<string, string>> = { aws: "AWS", "azure-native": "Azure", azuread: "Entra" };

/** The cloud that a package of providers is about, by its name for people. */
export function cloudOf(type: string): string {
    const [name = type] = type.split(":");
    return CLOUDS[name] ?? name;
}
