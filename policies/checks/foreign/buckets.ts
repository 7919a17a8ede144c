import type { Graph } from "../../core/graph.ts";
import { BUCKET } from "../types.ts";

const NAMED =
    /\bs3[an]?:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?=[/\s"'\\,?]|$)|\barn:aws[\w-]*:s3:::([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?=[/\s"'\\,]|$)/g;

/** The buckets that a text names, by address or by ARN; a name with a pattern in it is judged as a pattern. */
export function bucketsIn(text: string): string[] {
    return [...text.matchAll(NAMED)].map(([, byAddress, byArn]) => byAddress ?? byArn ?? "");
}

/** Names of the buckets that the program makes, as far as they are known. */
export function bucketsOf(graph: Graph): ReadonlySet<string> {
    const values = graph.ofType(BUCKET).flatMap((bucket) => ["bucket", "id"].map((property) => bucket.at(property)));
    return new Set(values.flatMap((value) => (value.isKnown() ? (value.text() ?? []) : [])));
}
