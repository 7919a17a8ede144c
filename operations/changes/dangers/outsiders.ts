import { EVERYBODY } from "../grants/covers.ts";
import type { Danger, Permission } from "./danger.ts";

/** Permissions that let in somebody from outside the stack's own account: they are an exposure as well. */
export function outsiders(permissions: readonly Permission[], ownAccounts: ReadonlySet<string>): Danger[] {
    return permissions
        .filter(({ how }) => how === "allowed")
        .flatMap((permission): Danger[] => {
            const { principal, conditions, urn, on, actions } = permission;
            const what = `lets ${principal} do ${actions.join(", ")}${conditions.length > 0 ? " under conditions" : ""}`;
            if (principal === EVERYBODY) {
                return [{ severity: conditions.length > 0 ? "high" : "critical", urn, resource: on, what }];
            }
            const [, account] = /^(?:account |arn:aws[\w-]*:\w+:[\w-]*:)(\d{12})/.exec(principal) ?? [];
            if (account === undefined || ownAccounts.has(account)) return [];
            return [{ severity: "critical", urn, resource: on, what: `${what}, of another account` }];
        });
}
