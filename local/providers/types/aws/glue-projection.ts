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
        const odd = type === "date" ? dateFault(parameters, own) : undefined;
        if (odd !== undefined) return odd;
        if (missing !== undefined) return `${own}.${missing} is required for the type ${type}`;
    }
    const template = parameters["storage.location.template"];
    const unread = template === undefined ? undefined : keys.find((key) => !String(template).includes(`\${${key}}`));
    return unread === undefined ? undefined : `storage.location.template must name \${${unread}}`;
}

/** Two ends, and a format in Java's letters, in which YYYY is the year of a week and DD the day of a year. */
function dateFault(parameters: Properties, own: string): string | undefined {
    const [range, format] = [String(parameters[`${own}.range`] ?? ""), String(parameters[`${own}.format`] ?? "")];
    if (range !== "" && range.split(",").length !== 2)
        return `${own}.range must be two dates with a comma, got ${range}`;
    return /Y|D/.test(format.replace(/'[^']*'/g, ""))
        ? `${own}.format must be like yyyy-MM-dd, got ${format}`
        : undefined;
}
