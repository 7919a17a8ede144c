import type { APIGatewayProxyEventV2 } from "aws-lambda";
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
    body: unknown;
}

export type Event = Pick<
    APIGatewayProxyEventV2,
    "routeKey" | "headers" | "body" | "isBase64Encoded" | "pathParameters"
>;

/** Lambda takes 6 MB, of which this leaves room for what travels beside the body. */
const MAX_BODY_BYTES = 5_000_000;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the caller wants; refuses what cannot be a request of ours. */
export function requestOf(event: Event): Request {
    const verb = VERBS.find((name) => event.routeKey === `POST /supplementary/{set}/{run}/${name}`);
    if (verb === undefined) throw new Refusal("unknown-route");
    // API Gateway hands headers over in small letters.
    const token = /^Bearer (\S+)$/i.exec(event.headers.authorization ?? "")?.[1];
    if (token === undefined) throw new Refusal("no-token");
    const { set = "", run = "" } = event.pathParameters ?? {};
    if (!isSupplementarySet(set)) throw new Refusal("unknown-set");
    if (!GUID.test(run)) throw new Refusal("invalid-run");
    return { verb, run: { set, run }, token, body: bodyOf(event) };
}

function bodyOf({ body = "", isBase64Encoded }: Event): unknown {
    const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
    if (bytes.length > MAX_BODY_BYTES) throw new Refusal("too-large", `It has ${bytes.length} of ${MAX_BODY_BYTES}.`);
    try {
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
        throw new Refusal("invalid-body", "It is not JSON in UTF-8.");
    }
}
