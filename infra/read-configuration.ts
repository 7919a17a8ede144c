import { Config, RunError, runtime } from "@pulumi/pulumi";

/** Not in the typings of the SDK, though `Config.get` asks just this before it warns. */
const { isConfigSecret } = runtime as typeof runtime & { isConfigSecret(key: string): boolean };

/**
 * The values of these keys as they stand in `Pulumi.<stack>.yaml`; undefined for one that is absent. None of them may be a
 * secret: they become names and addresses of resources, and in state, history and previews those are plain text.
 */
export function readConfiguration(keys: readonly string[]): Record<string, unknown> {
    const secret = keys.filter((key) => isConfigSecret(key));
    if (secret.length > 0) {
        throw new RunError(
            `${secret.join(", ")} ${secret.length === 1 ? "has" : "have"} a value under secure:, which would end as plain text in the state. ` +
                "Write it openly; what must stay secret does not belong into the configuration of a stack.",
        );
    }
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
