import { oursOf } from "../checks/foreign/ours.ts";
import { coversAction } from "../checks/statements/pattern.ts";
import type { Access } from "./access-to.ts";
import type { Identity } from "./identities.ts";
import type { Thing } from "./reach.ts";
import type { Statement } from "./statement.ts";
import { ABILITIES } from "./things.ts";
import { told } from "./told.ts";

/** Services, accounts and everybody whom the policy of a thing lets in by itself. */
export function byItsOwnPolicy(thing: Thing, identities: readonly Identity[]): Access[] {
    // The program's identities, by whose own policies their access is computed.
    const known = new Set(identities.map(({ arn }) => arn));
    const ours = new Set([...identities.map(({ account }) => account), ...(oursOf(thing.resource)?.accounts ?? [])]);
    return (thing.own ?? [])
        .filter(({ effect }) => effect === "Allow")
        .flatMap((statement) => {
            const names = statement.principals.flatMap(({ kind, names: all }) =>
                all.map((name) => whoIs(kind, name, ours, known)),
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
    const as = (one: string) => coversAction(one, action);
    return actions.length > 0 ? actions.some(as) : !notActions.some(as);
}

function whoIs(kind: string, name: string, ours: ReadonlySet<string>, known: ReadonlySet<string>): string | undefined {
    if (kind === "Service") return `service ${name.replace(/\.amazonaws\.com$/, "")}`;
    if (name === "*") return "everybody";
    const account = /(\d{12})/.exec(name)?.[1];
    if (account === undefined || !ours.has(account)) return `${name}, outside our accounts`;
    if (/^(\d{12}|.*:root)$/.test(name)) return "identities of the account, by their own policies";
    return known.has(name) ? undefined : `${name}, which the program does not make`;
}
