import { createHash } from "node:crypto";

/** An object, to be loaded. */
export interface LoadedObject {
    key: string;
    /** The deliveries that tell of it: each message with how often it was delivered, this time included. */
    deliveries: string[];
}

/** What a load puts into its SQL, each as quoted text; `analytics/warehouse/load-transactions.sql` says what each is. */
export type LoadParameters = Record<"manifest" | "role" | "load" | "objects" | "count" | "started", string>;

/**
 * Id of one try to load these objects, in whatever order: SHA-256 in hexadecimal. The same messages delivered anew count
 * as another try, and so do others that tell of the same objects, as after a replay; the same delivery handed over twice
 * does not. The Data API takes it as its token: 64 characters at most.
 */
export function loadId(objects: readonly LoadedObject[]): string {
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
export function copyManifest(bucket: string, objects: readonly LoadedObject[]): string {
    return JSON.stringify({
        entries: objects.map(({ key }) => ({ url: `s3://${bucket}/${key}`, mandatory: true })),
    });
}

/**
 * The keys as a list of JSON that is quoted in SQL. Redshift takes a backslash in quoted text for the beginning of an escape,
 * so none may be there: names are written as in an address, where quotes and backslashes are percent and digits.
 */
export function namesIn(objects: readonly LoadedObject[]): string {
    return JSON.stringify(objects.map(({ key }) => encodeURI(key)));
}

/** A parameter in the SQL: a colon and its name, but not the two colons of a cast. */
const PARAMETER = /(?<!:):([a-z]+)\b/g;

/** The SQL names a parameter that nobody fills in, or whose value cannot be quoted. */
export class ParameterError extends Error {
    override readonly name = "ParameterError";
}

/** The statement with each parameter as quoted text. */
export function filledIn(statement: string, parameters: LoadParameters): string {
    return statement.replaceAll(PARAMETER, (_, name: string) => {
        const value = Object.hasOwn(parameters, name) ? parameters[name as keyof LoadParameters] : undefined;
        if (value === undefined) throw new ParameterError(`the SQL of a load asks for ":${name}", which no load has`);
        if (value.includes("\\"))
            throw new ParameterError(`":${name}" holds a backslash, which Redshift would read as an escape`);
        return `'${value.replaceAll("'", "''")}'`;
    });
}
