import { storedStacks } from "../../local/store/stacks.ts";
import { UserError } from "../cli/user-error.ts";

/** The stack that a person named, or all that the store knows. */
export async function chosenStacks(root: string, stack: string | undefined): Promise<string[]> {
    const stored = await storedStacks(root);
    if (stack === undefined) return stored;
    if (stored.includes(stack)) return [stack];
    const known = stored.length === 0 ? "it is empty" : `it has ${stored.join(", ")}`;
    throw new UserError(`The store has no stack "${stack}": ${known}.`);
}
