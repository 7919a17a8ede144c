import { CHOICE_PATH, KEPT_PATHS, REPEATED_PATHS } from "./pacs-fields.ts";

/** An element below a transaction or group header that is read, or leads to one that is. */
export interface FieldNode {
    /** From the transaction or group header on; "" for these themselves. */
    path: string;
    children: Map<string, FieldNode>;
    /** Whether its text is kept. */
    kept: boolean;
    /** Whether its currency is. */
    currency: boolean;
    /** Whether the standard allows it more than once. */
    repeated: boolean;
    /** Whether it says one of the things below it, and no second one. */
    choice: boolean;
}

function node(path: string, parent?: FieldNode): FieldNode {
    const repeated = (parent?.repeated ?? false) || REPEATED_PATHS.has(path);
    return { path, children: new Map(), kept: false, currency: false, repeated, choice: CHOICE_PATH.test(path) };
}

function tree(): FieldNode {
    const root = node("");
    for (const path of KEPT_PATHS) {
        const [names = "", attribute] = path.split("@");
        let at = root;
        for (const name of names.split("/")) {
            const child = at.children.get(name) ?? node(at === root ? name : `${at.path}/${name}`, at);
            at.children.set(name, child);
            at = child;
        }
        if (attribute === undefined) at.kept = true;
        else at.currency = true;
    }
    return root;
}

export const FIELD_TREE: FieldNode = tree();
