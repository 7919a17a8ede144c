import { Config } from "@pulumi/pulumi";

/** The values of these keys as they stand in `Pulumi.<stack>.yaml`; undefined for one that is absent. */
export function readConfiguration(keys: readonly string[]): Record<string, unknown> {
    const entries = keys.map((key) => {
        const [namespace = "", name = ""] = key.split(":");
        return [key, plainOrJson(new Config(namespace).get(name))];
    });
    return Object.fromEntries(entries);
}

/** Pulumi hands lists and groups over as JSON text, everything else as it is. */
function plainOrJson(text: string | undefined): unknown {
    if (text === undefined || !/^[[{]/.test(text)) return text;
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
