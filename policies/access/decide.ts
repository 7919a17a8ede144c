import { coversAction, fits } from "../checks/statements/pattern.ts";
import { type Context, outcomeOf } from "./condition.ts";
import type { Statement, Test } from "./statement.ts";

/** Who wants to do what to what. */
export interface Request {
    /** ARN of the role. */
    principal: string;
    account: string;
    action: string;
    resource: string;
    /** Account of the resource. Default: that of the principal. */
    resourceAccount?: string;
    context: Context;
}

/** Policies that have a say in a request. */
export interface Policies {
    identity: readonly Statement[];
    /** The policy of the resource, or nothing where it has none. */
    resource: readonly Statement[] | undefined;
    /** A key is opened by its own policy alone, which may pass the decision on to the account. */
    resourceDecides: boolean;
    /** What the identity may do at most. */
    boundary?: readonly Statement[] | undefined;
    /** What the endpoint lets through by which the request goes. */
    endpoint?: readonly Statement[] | undefined;
}

/** Denied, or allowed, with the tests on which it depends when not all is known. */
export interface Decision {
    allowed: boolean;
    under: readonly Test[];
}

const DENIED: Decision = { allowed: false, under: [] };

/**
 * What AWS decides within one account. A denial that depends on something unknown does not count, an allowance that does
 * counts with its tests: so nobody has less than is said here.
 */
export function decide(request: Request, policies: Policies): Decision {
    const { identity, resource, resourceDecides, boundary } = policies;
    const endpoint = policies.endpoint?.filter((one) => speaksOf(one, request));
    const speaking = (resource ?? []).filter((one) => speaksOf(one, request));
    const all = [...identity, ...speaking, ...(boundary ?? []), ...(endpoint ?? [])];
    const refused = all.some(
        (one) => one.effect === "Deny" && concerns(one, request) && openTests(one, request)?.length === 0,
    );
    if (refused) return DENIED;
    const byResource = allowing(
        (resource ?? []).filter((one) => names(one, request)),
        request,
    );
    const throughAccount = allowing(
        (resource ?? []).filter((one) => namesAccount(one, request)),
        request,
    );
    const byIdentity = allowing(identity, request);
    const [within, through] = [boundary, endpoint].map((one) => (one === undefined ? [] : allowing(one, request)));
    if (within === undefined || through === undefined) return DENIED;
    const limit = [...within, ...through];
    const own = request.resourceAccount ?? request.account;
    if (byResource && own === request.account) return { allowed: true, under: [...byResource, ...limit] };
    if (!byIdentity) return DENIED;
    if (own !== request.account)
        return byResource || throughAccount ? both(byIdentity, byResource ?? throughAccount ?? [], limit) : DENIED;
    if (!resourceDecides) return both(byIdentity, [], limit);
    return throughAccount ? both(byIdentity, throughAccount, limit) : DENIED;
}

function both(...tests: (readonly Test[])[]): Decision {
    return { allowed: true, under: tests.flat() };
}

/** The tests left open by the statement that allows it with the fewest; nothing when none allows it. */
function allowing(statements: readonly Statement[], request: Request): readonly Test[] | undefined {
    let best: readonly Test[] | undefined;
    for (const one of statements) {
        if (one.effect !== "Allow" || !concerns(one, request)) continue;
        const open = openTests(one, request);
        if (open !== undefined && (best === undefined || open.length < best.length)) best = open;
    }
    return best;
}

/** Tests of which nobody knows; nothing when one of them fails. */
function openTests({ tests }: Statement, { context }: Request): Test[] | undefined {
    const open: Test[] = [];
    for (const test of tests) {
        const outcome = outcomeOf(test, context);
        if (outcome === "false") return undefined;
        if (outcome === "open") open.push(test);
    }
    return open;
}

/** Whether a statement speaks of an action, whatever it says of it. */
export function actsOn({ actions, notActions }: Statement, action: string): boolean {
    return actions.length > 0
        ? actions.some((one) => coversAction(one, action))
        : notActions.length > 0 && !notActions.some((one) => coversAction(one, action));
}

function concerns(statement: Statement, { action, resource }: Request): boolean {
    const { resources, notResources } = statement;
    if (!actsOn(statement, action)) return false;
    if (resources.length > 0) return resources.some((one) => fits(one, resource));
    return notResources.length === 0 || !notResources.some((one) => fits(one, resource));
}

/** Whether a statement of a resource is about the principal at all: by name, by account or as one of everybody. */
function speaksOf(statement: Statement, request: Request): boolean {
    return names(statement, request) || namesAccount(statement, request);
}

function names({ principals }: Statement, { principal }: Request): boolean {
    return principals.some(
        ({ kind, names: all }) => kind === "AWS" && all.some((one) => one === "*" || one === principal),
    );
}

function namesAccount({ principals }: Statement, { account }: Request): boolean {
    return principals.some(
        ({ kind, names: all }) =>
            kind === "AWS" &&
            all.some(
                (one) => one === account || (one.endsWith(`::${account}:root`) && /^arn:aws[\w-]*:iam:/.test(one)),
            ),
    );
}
