import type { Properties } from "../../../local/store/value.ts";

/** What `pulumi stack export` prints, as far as drift reads it. */
export interface Exported {
    version: number;
    deployment: Deployment;
}

export interface Deployment {
    manifest?: { time?: string };
    resources?: StateResource[];
    /** What an update had begun when it was killed. */
    pending_operations?: { resource: { urn: string }; type: string }[];
}

export interface StateResource {
    urn: string;
    type: string;
    id?: string;
    /** Whether a provider manages it; components have no counterpart in a cloud. */
    custom?: boolean;
    /** Whether it is only read, and managed by somebody else. */
    external?: boolean;
    /** Whether a replacement has still to delete it. */
    delete?: boolean;
    protect?: boolean;
    inputs?: Properties;
    outputs?: Properties;
    parent?: string;
    /** URN of the provider, `::` and its id. */
    provider?: string;
    dependencies?: string[];
    propertyDependencies?: Record<string, string[]>;
    deletedWith?: string;
    /** Paths that the program leaves to others. */
    ignoreChanges?: string[];
    /** When it last changed in the state. */
    modified?: string;
    /** Where the program constructs it: `project:///infra/ingest/work-queue.ts#67,1`. */
    sourcePosition?: string;
}

/** Package of a resource's provider, such as `aws`: the first part of its type. */
export function packageOf(type: string): string {
    return type.split(":")[0] ?? type;
}

/** Whether the clouds can be asked about it. */
export function isManaged({ custom, external, delete: leaving, type }: StateResource): boolean {
    return custom === true && external !== true && leaving !== true && !type.startsWith("pulumi:");
}
