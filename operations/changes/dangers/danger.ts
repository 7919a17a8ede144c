export const SEVERITIES = ["critical", "high", "medium"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something that a person has to decide on before it happens. */
export interface Danger {
    readonly severity: Severity;
    readonly urn: string;
    /** Such as `Queue::bulk`. */
    readonly resource: string;
    /** What is lost or opened, as a sentence goes on after the resource. */
    readonly what: string;
}

export interface Permission extends Danger {
    /** Who may do more. */
    readonly principal: string;
    readonly actions: readonly string[];
    readonly on: string;
    readonly conditions: readonly string[];
    /** Whether it comes of a denial or a limit that is gone. */
    readonly how: "allowed" | "no longer denied" | "within the limit";
}

/** What is dangerous about a change, the gravest first. */
export interface Dangers {
    readonly data: readonly Danger[];
    readonly permissions: readonly Permission[];
    readonly exposure: readonly Danger[];
}

export function gravestFirst<T extends Danger>(dangers: readonly T[]): T[] {
    const rank = ({ severity }: T) => SEVERITIES.indexOf(severity);
    return [...dangers].sort((one, other) => rank(one) - rank(other) || (one.resource < other.resource ? -1 : 1));
}
