import type { Change as Difference } from "../../local/providers/difference.ts";
import { type Path, parsePath } from "../../local/store/paths.ts";
import { isSecret } from "../../local/store/signatures.ts";
import { isObject, type Properties, type Value } from "../../local/store/value.ts";
import type { PropertyChange } from "./change.ts";
import { HIDDEN, hidden } from "./hidden.ts";

/** A difference with both values, neither of which may be secret. */
export function shownChange(difference: Difference, olds: Properties, news: Properties): PropertyChange {
    const steps = parsePath(difference.path);
    const [before, after] = [at(olds, steps), at(news, steps)];
    return {
        ...difference,
        ...(before !== undefined && { before: hidden(before) }),
        ...(after !== undefined && { after: hidden(after) }),
    };
}

/** The value at the path; where the way leads into a secret, all of it is one. */
function at(value: Value | undefined, steps: Path): Value | undefined {
    let here = value;
    for (const step of steps) {
        if (isSecret(here)) return HIDDEN;
        if (Array.isArray(here)) here = typeof step === "number" ? here[step] : undefined;
        else here = isObject(here) ? here[step] : undefined;
    }
    return here;
}
