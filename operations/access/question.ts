import type { Access } from "../../policies/access/access-to.ts";
import { ABILITIES } from "../../policies/access/things.ts";
import { UserError } from "../cli/user-error.ts";

export interface Question {
    who?: string;
    what?: string;
}

/** The part of it that a question is about: a name as a whole word, or a kind such as `bucket`. */
export function answer(access: readonly Access[], { who, what }: Question): Access[] {
    const known = (name: "who" | "what") => [...new Set(access.map((one) => one[name]))].sort();
    const asked = (name: "who" | "what", word: string | undefined) => {
        if (word === undefined) return undefined;
        const found = known(name).filter((one) => one === word || one.split(/[ ,]+/).includes(word));
        if (found.length > 0) return new Set(found);
        throw new UserError(`Nothing is called "${word}" with --${name}. There is:\n  ${known(name).join("\n  ")}`);
    };
    const [ones, others] = [asked("who", who), asked("what", what)];
    return access.filter((one) => (ones?.has(one.who) ?? true) && (others?.has(one.what) ?? true));
}

/** One sentence for each thing, which somebody reads who knows no cloud. */
export function sentences(access: readonly Access[]): string[] {
    return [...new Set(access.map(({ what }) => what))].sort().map((thing) => {
        const of = (may: string) => [
            ...new Set(access.filter((one) => one.what === thing && one.may === may).map(({ who }) => who)),
        ];
        const parts = ABILITIES.map((may) => `${VERBS[may]} by ${listed(of(may))}`);
        return `The ${thing} can be ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}.`;
    });
}

const VERBS: Readonly<Record<string, string>> = { read: "read", change: "changed", delete: "deleted from" };

function listed(names: readonly string[]): string {
    if (names.length === 0) return "nobody";
    return names.length === 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
