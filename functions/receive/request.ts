import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { isSupplementarySet, type SupplementaryRun } from "../../contract/files/supplementary.ts";
import { Refusal } from "./refusal.ts";

const VERBS = ["batches", "complete", "fail"] as const;
type Verb = (typeof VERBS)[number];

/** One request, with the caller's proof of identity. */
export interface Request {
    verb: Verb;
    run: SupplementaryRun;
    /** Never logged. */
    token: string;
    /** As it came; nothing of it is read before AWS has said who is calling. */
    body: Buffer;
}

type Whole = APIGatewayProxyEventV2WithJWTAuthorizer;

export type Event = Pick<Whole, "routeKey" | "headers" | "body" | "isBase64Encoded" | "pathParameters"> & {
    requestContext: { authorizer: Pick<Whole["requestContext"]["authorizer"], "jwt"> };
};

/** Lambda takes 6 MB, of which this leaves room for what travels beside the body. */
const MAX_BODY_BYTES = 5_000_000;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** API Gateway joins repeated headers by a comma, which no token holds. */
const BEARER = /^Bearer ([\w-]+(?:\.[\w-]+){2})$/i;
const JSON_IN_UTF8 = /^application\/json(\s*;\s*charset="?utf-8"?)?\s*$/i;

/** What the caller wants; refuses what cannot be a request of ours, and whoever is not `subject`. */
export function requestOf(event: Event, subject: string): Request {
    const verb = VERBS.find((name) => event.routeKey === `POST /supplementary/{set}/{run}/${name}`);
    if (verb === undefined) throw new Refusal("unknown-route");
    // API Gateway hands headers over in small letters.
    const { authorization = "", "content-type": type = "", "content-encoding": encoding } = event.headers;
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw new Refusal("no-token");
    // Any identity of the tenant gets past the authorizer. All but ours cost no call to AWS, and so cannot use up its limits.
    if (callerOf(event).subject !== subject) throw new Refusal("other-identity");
    const { set = "", run = "" } = event.pathParameters ?? {};
    if (!isSupplementarySet(set)) throw new Refusal("unknown-set");
    if (!GUID.test(run)) throw new Refusal("invalid-run");
    if (!JSON_IN_UTF8.test(type) || (encoding ?? "identity") !== "identity") throw new Refusal("wrong-type");
    return { verb, run: { set, run }, token, body: bodyOf(event) };
}

/** Whom the authorizer knows the caller as: ids of machines. Anything else that a token may say there is left out. */
export function callerOf(event: Event): { subject: string | undefined; tenant: string | undefined } {
    const claims = event.requestContext?.authorizer?.jwt?.claims;
    const id = (claim: unknown) => (typeof claim === "string" && /^[\w-]{1,64}$/.test(claim) ? claim : undefined);
    return { subject: id(claims?.sub), tenant: id(claims?.tid) };
}

function bodyOf({ body = "", isBase64Encoded }: Event): Buffer {
    const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
    if (bytes.length > MAX_BODY_BYTES) throw new Refusal("too-large", `It has ${bytes.length} of ${MAX_BODY_BYTES}.`);
    return bytes;
}
