const ROOT_TYPE = "pulumi:pulumi:Stack";

export interface Named {
    readonly type: string;
    readonly name: string;
    /** URN of the parent; empty for the stack itself and for what belongs to nothing. */
    readonly parent: string;
}

/** The URN as the engine forms it: the types of all parents but the stack are part of it. */
export function resourceUrn(stack: string, project: string, { type, name, parent }: Named): string {
    const above = parent.split("::")[2] ?? "";
    const qualified = above === "" || above === ROOT_TYPE ? type : `${above}$${type}`;
    return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

/** The URN of the stack itself, to which belongs what is about no resource. */
export function stackUrn(stack: string, project: string): string {
    return resourceUrn(stack, project, { type: ROOT_TYPE, name: `${project}-${stack}`, parent: "" });
}
