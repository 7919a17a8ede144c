export interface Urn {
    stack: string;
    project: string;
    /** The resource's own type, without those of its parents. */
    type: string;
    name: string;
}

export function parseUrn(urn: string): Urn {
    const [head, project, types, ...name] = urn.split("::");
    const type = types?.split("$").pop();
    const stack = head?.startsWith("urn:pulumi:") ? head.slice("urn:pulumi:".length) : undefined;
    if (!stack || !project || !type || name.length === 0) throw new Error(`${urn} is not a URN`);
    return { stack, project, type, name: name.join("::") };
}
