import { isObject, type Properties } from "../../../store/value.ts";

/** What each type of a projected partition must say: https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html */
const TYPES: Readonly<Record<string, readonly string[]>> = {
    date: ["range", "format"],
    enum: ["values"],
    injected: [],
    integer: ["range"],
};

/** Why Athena fails each query of such a table. */
export function projectionFault({ parameters, partitionKeys }: Properties): string | undefined {
    if (!isObject(parameters)) return undefined;
    const enabled = parameters["projection.enabled"];
    if (enabled === undefined) return undefined;
    if (!/^(true|false)$/i.test(String(enabled))) return `projection.enabled must be true or false, got ${enabled}`;
    if (String(enabled).toLowerCase() === "false") return undefined;
    const keys = Array.isArray(partitionKeys) ? partitionKeys.filter(isObject).map(({ name }) => String(name)) : [];
    for (const key of keys) {
        const own = `projection.${key}`;
        const type = String(parameters[`${own}.type`] ?? "").toLowerCase();
        const needed = TYPES[type];
        if (needed === undefined) return `${own}.type must be one of ${Object.keys(TYPES).join(", ")}, got "${type}"`;
        const missing = needed.find((name) => (parameters[`${own}.${name}`] ?? "") === "");
        if (missing !== undefined) return `${own}.${missing} is required for the type ${type}`;
    }
    const template = parameters["storage.location.template"];
    const unread = template === undefined ? undefined : keys.find((key) => !String(template).includes(`\${${key}}`));
    return unread === undefined ? undefined : `storage.location.template must name \${${unread}}`;
}
