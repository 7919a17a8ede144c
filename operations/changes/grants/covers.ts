import type { Grant } from "./grant.ts";

/** Those of the grants that none of the others allows already. */
export function notCovered(grants: readonly Grant[], by: readonly Grant[]): Grant[] {
    const byPrincipal = new Map<string, Grant[]>();
    for (const grant of by) {
        const list = byPrincipal.get(grant.principal);
        if (list === undefined) byPrincipal.set(grant.principal, [grant]);
        else list.push(grant);
    }
    const everybody = byPrincipal.get(EVERYBODY) ?? [];
    return grants.filter((grant) => {
        const candidates = [...(byPrincipal.get(grant.principal) ?? []), ...everybody];
        return !candidates.some((wider) => covers(wider, grant));
    });
}

export const EVERYBODY = "everybody";

/** Whether whatever the second allows, the first allows too. */
export function covers(wider: Grant, grant: Grant): boolean {
    return (
        wider.effect === grant.effect &&
        (wider.isLimit ?? false) === (grant.isLimit ?? false) &&
        (wider.principal === grant.principal || wider.principal === EVERYBODY) &&
        pattern(wider.action.toLowerCase()).test(grant.action.toLowerCase()) &&
        pattern(wider.resource).test(grant.resource) &&
        isLooser(wider.conditions, grant.conditions)
    );
}

/** Each condition of the first is asked of the second too, with no more values that are accepted. */
function isLooser(wider: Grant["conditions"], narrower: Grant["conditions"]): boolean {
    return [...wider].every(([test, accepted]) => {
        const own = narrower.get(test);
        if (own === undefined) return false;
        // What must not be, the narrower one forbids at least as much of.
        const [less, more] = /not/i.test(test) ? [accepted, own] : [own, accepted];
        return less.every((value) => more.includes(value));
    });
}

const patterns = new Map<string, RegExp>();

/** A `*` in what is compared counts as a letter, so that only a `*` takes it in. */
function pattern(text: string): RegExp {
    let known = patterns.get(text);
    if (known === undefined) {
        const literal = text.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
        known = new RegExp(`^${literal.replace(/\*/g, ".*").replace(/\?/g, "[^*]")}$`, "s");
        patterns.set(text, known);
    }
    return known;
}
