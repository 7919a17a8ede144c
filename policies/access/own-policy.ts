import type { Access } from "./access-to.ts";
import type { Identity } from "./identities.ts";
import type { Thing } from "./reach.ts";
import type { Statement } from "./statement.ts";
import { ABILITIES } from "./things.ts";
import { told } from "./told.ts";

/** Services, accounts and everybody whom the policy of a thing lets in by itself. */
export function byItsOwnPolicy(thing: Thing, identities: readonly Identity[]): Access[] {
    const ours = new Set(identities.map(({ account }) => account));
    return (thing.own ?? [])
        .filter(({ effect }) => effect === "Allow")
        .flatMap((statement) => {
            const names = statement.principals.flatMap(({ kind, names: all }) =>
                all.map((name) => whoIs(kind, name, ours)),
            );
            return names.flatMap((who) => {
                if (who === undefined) return [];
                return ABILITIES.filter((may) =>
                    thing.kind.actions[may].some((action) => covers(statement, action)),
                ).map(
                    (may): Access => ({
                        what: thing.label,
                        who,
                        may,
                        path: [`policy of ${thing.label}`],
                        onlyIf: statement.tests.map(told),
                    }),
                );
            });
        });
}

function covers({ actions, notActions }: Statement, action: string): boolean {
    const as = (one: string) =>
        one.toLowerCase() === action.toLowerCase() ||
        (one.endsWith("*") && action.toLowerCase().startsWith(one.slice(0, -1).toLowerCase()));
    return actions.length > 0 ? actions.some(as) : !notActions.some(as);
}

function whoIs(kind: string, name: string, ours: ReadonlySet<string>): string | undefined {
    if (kind === "Service") return `service ${name.replace(/\.amazonaws\.com$/, "")}`;
    if (name === "*") return "everybody";
    const account = /(\d{12})/.exec(name)?.[1];
    if (account !== undefined && ours.has(account)) {
        return /^(\d{12}|.*:root)$/.test(name) ? "identities of the account, by their own policies" : undefined;
    }
    return `${name}, outside our accounts`;
}
