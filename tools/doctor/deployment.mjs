/**
 * What a state says of an update that did not come to its end.
 * @typedef {object} Deployment
 * @property {{ urn: string, type: string, id?: string }[]} resources
 * @property {{ type: string, urn: string }[]} pending operations that were begun, and whose end nobody knows
 */

/**
 * Reads a state as the file backend keeps it, or as `pulumi stack export` writes it.
 * @param {string} text
 * @returns {Deployment}
 */
export function readDeployment(text) {
    const whole = JSON.parse(text);
    const { resources = [], pending_operations: pending = [] } = whole.checkpoint?.latest ?? whole.deployment ?? {};
    return {
        resources: (resources ?? []).map((/** @type {Record<string, string>} */ { urn, type, id }) => ({
            urn,
            type,
            id,
        })),
        pending: (pending ?? []).map(
            (/** @type {{ type: string, resource: { urn: string } }} */ { type, resource }) => ({
                type,
                urn: resource?.urn ?? "",
            }),
        ),
    };
}

/**
 * The last part of a URN's type, and its name, such as `Queue::bulk`.
 * @param {string} urn
 */
export function labelOf(urn) {
    const [type = "", name = ""] = urn.split("::").slice(-2);
    return `${type.split(":").at(-1)}::${name}`;
}

/**
 * The first few of them, and how many more there are.
 * @param {readonly string[]} labels
 */
export function some(labels) {
    const shown = labels.slice(0, 3).join(", ");
    return labels.length > 3 ? `${shown} and ${labels.length - 3} more` : shown;
}
