import type { Ability } from "./things.ts";

/** That somebody can do something to a thing, and by which path. */
export interface Access {
    /** Kind and name of the thing. */
    what: string;
    who: string;
    may: Ability;
    /** From who acts to what lets him. */
    path: readonly string[];
    /** Conditions that only the request itself fulfils or not. */
    onlyIf: readonly string[];
}
