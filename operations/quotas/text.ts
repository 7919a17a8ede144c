import { wrapped } from "../cli/wrapped.ts";
import type { Compared } from "./ask.ts";
import { isShort } from "./needs.ts";
import type { Need } from "./quota.ts";

/** What the account lacks, in the words of a person who has to ask for it. */
export function lacking(compared: readonly Compared[]): Compared[] {
    return compared.filter(({ needed, had }) => "value" in had && had.value < needed);
}

export function asText(stack: string, needs: readonly Need[], compared: readonly Compared[] | undefined): string {
    const lines = needs.map((need) => {
        const asked = compared?.find(({ of, name }) => of === need.of && name === need.name);
        const isLacking = asked === undefined ? isShort(need) : lacking([asked]).length > 0;
        return `${isLacking ? "!" : " "} ${need.of}, ${need.name}: ${need.needed} of ${shown(need, asked)} (${need.because})`;
    });
    const told =
        compared === undefined
            ? `What ${stack} needs, beside what a new account has. --ask asks the account.`
            : `What ${stack} needs, beside what its account has.`;
    return wrapped(`${[told, "", ...lines].join("\n")}\n`);
}

function shown({ standard, atFirst }: Need, asked: Compared | undefined): string {
    if (asked !== undefined) {
        return "value" in asked.had ? String(asked.had.value) : `nobody knows how many: ${asked.had.why}`;
    }
    if (standard === undefined) return "what differs by account";
    return atFirst === undefined ? String(standard) : `${standard}, at first ${atFirst}`;
}
