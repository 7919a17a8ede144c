/** Something that a role must be allowed, and why. */
export interface Need {
    role: string;
    action: string;
    /** In plain names. */
    resource: string;
    why: string;
    /** Where that is documented; left out where the code of a function or a recorded run says it. */
    source?: string;
    /** Whether the bearer calls it over the network itself; else AWS does in the role's name. */
    called: boolean;
    /** Whether the call carries a token in place of a signature, so that the role that it asks for decides alone. */
    byToken?: boolean;
}

/** Several actions on one thing for one reason. */
export function needs(
    role: string | undefined,
    actions: readonly string[],
    resource: string,
    reason: { why: string; source?: string; called?: boolean },
): Need[] {
    if (role === undefined) return [];
    const { called = false, ...rest } = reason;
    return actions.map((action) => ({ role, action, resource, called, ...rest }));
}
