import { createHash } from "node:crypto";

/** An object of records, to be loaded. */
export interface RecordObject {
    key: string;
    /** The deliveries that tell of it: each message with how often it was delivered, this time included. */
    deliveries: string[];
}

/** What a load puts into its SQL, each as quoted text; `analytics/warehouse/load-transactions.sql` says what it is. */
export type LoadParameters = Record<"manifest" | "role" | "load" | "objects" | "count" | "started", string>;

/**
 * Id of one try to load these objects, in whatever order: SHA-256 in hexadecimal. The same messages delivered anew count
 * as another try, and so do others that tell of the same objects, as after a replay; the same delivery handed over twice
 * does not. The Data API takes it as its token: 64 characters at most.
 */
export function loadId(objects: readonly RecordObject[]): string {
    const lines = objects.map(({ key, deliveries }) => [key, ...deliveries.toSorted()].join(" ")).sort();
    return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/**
 * Where the list of a load's objects lies. The bucket is a table of Athena, which passes over names that begin with an
 * underscore.
 */
export function manifestKey(load: string): string {
    return `loads/_${load}.json`;
}

/**
 * The list as COPY takes it. An object that is not there fails the load. Sizes are left out: COPY needs none for JSON,
 * and records that are written again under their key may have another size than the message says.
 */
export function copyManifest(bucket: string, objects: readonly RecordObject[]): string {
    return JSON.stringify({
        entries: objects.map(({ key }) => ({ url: `s3://${bucket}/${key}`, mandatory: true })),
    });
}

/** A parameter in the SQL: a colon and its name, but not the two colons of a cast. */
const PARAMETER = /(?<!:):([a-z]+)\b/g;

/** The SQL names a parameter that nobody fills in. */
export class ParameterError extends Error {
    override readonly name = "ParameterError";
}

/** The statement with each parameter as quoted text. */
export function filledIn(statement: string, parameters: LoadParameters): string {
    return statement.replaceAll(PARAMETER, (_, name: string) => {
        const value = Object.hasOwn(parameters, name) ? parameters[name as keyof LoadParameters] : undefined;
        if (value === undefined) throw new ParameterError(`the SQL of a load asks for ":${name}", which no load has`);
        return `'${value.replaceAll("'", "''")}'`;
    });
}
