import { readDeployment } from "../../tools/doctor/deployment.mjs";

/** A resource of the stack, by what the cloud calls it. */
export interface Thing {
    readonly type: string;
    /** As the program calls it. */
    readonly name: string;
    /** What its cloud knows it by: a name, an id or an ARN. */
    readonly id: string;
}

/** The resources in a state as `pulumi stack export` writes it; components have no id. */
export function thingsIn(state: string): Thing[] {
    return readDeployment(state).resources.flatMap(({ urn, type, id }) =>
        id === undefined || id === "" ? [] : [{ type, name: urn.split("::").at(-1) ?? "", id }],
    );
}

/** Those of a type. */
export function ofType(things: readonly Thing[], type: string): Thing[] {
    return things.filter((thing) => thing.type === type);
}
