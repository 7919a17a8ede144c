/** Something that does not add up. */
export interface Fault {
    /** The name of the delivery, the id of the transaction, or what else it is about. */
    name: string;
    why: string;
}

export function fault(name: string, why: string): Fault {
    return { name, why };
}
