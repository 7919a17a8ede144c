/** A permission that a role used, or one that it was refused. */
export interface PermissionUsed {
    /** Name of the role. */
    readonly role: string;
    readonly action: string;
    /** What the statement names that allowed it; of a refusal, what was asked for. */
    readonly resource: string;
    readonly allowed: boolean;
    readonly calls: number;
}

/** What the services recorded so far, which they do when they were started with `permissions`. */
export async function permissionsUsed({ endpoint }: { readonly endpoint: string }): Promise<PermissionUsed[]> {
    const answer = await fetch(new URL("/_local/permissions", endpoint));
    if (!answer.ok) throw new Error("The local services record no permissions: start them with permissions.");
    return (await answer.json()) as PermissionUsed[];
}
