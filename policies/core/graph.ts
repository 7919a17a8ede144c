import type { Resource } from "./resource.ts";
import { UnknownValue, type Value } from "./value.ts";

/** How resources of one type name another: the property, and where in it the names lie. */
export interface Link {
    type: string;
    property: string;
    /** Default: the property itself, or each of its elements. */
    names?: (resource: Resource) => Value[];
}

/** Outputs by which other resources may name a resource. */
const IDENTITIES = [
    "id",
    "arn",
    "name",
    "url",
    "bucket",
    "invokeArn",
    "keyId",
    "modelPackageGroupName",
    "resourceId",
    "dataSetId",
];

interface Index {
    byName: Map<string, Resource[]>;
    byDependency: Map<string, Resource[]>;
    /** The first name that is unknown and has no dependency to go by. */
    undecided?: UnknownValue;
}

/** All resources of a stack, over both clouds, and who names whom. */
export class Graph {
    readonly resources: readonly Resource[];
    private readonly byType = new Map<string, Resource[]>();
    private readonly byUrn = new Map<string, Resource>();
    private readonly indexes = new Map<Link, Index>();
    private readonly byIdentity = new Map<string, Map<string, Resource[]>>();
    private readonly namesOf = new Map<Resource, readonly string[]>();

    constructor(resources: readonly Resource[]) {
        this.resources = resources;
        for (const resource of resources) {
            put(this.byType, resource.type, resource);
            this.byUrn.set(resource.urn, resource);
        }
    }

    ofType(type: string): readonly Resource[] {
        return this.byType.get(type) ?? [];
    }

    /**
     * The resources that name `target` through `link`, by value or, when the value is not known yet, by dependency.
     * When none does but one might, the answer is unknown.
     */
    referrers(target: Resource, link: Link): Resource[] {
        const index = this.index(link);
        const found = new Set(index.byDependency.get(target.urn));
        for (const name of this.names(target)) {
            for (const resource of index.byName.get(name) ?? []) found.add(resource);
        }
        if (found.size === 0 && index.undecided) throw index.undecided;
        return [...found];
    }

    /** The resources of `type` that `source` names through `link`. */
    targets(source: Resource, link: Link, type: string): Resource[] {
        const named = source.dependencies(link.property).flatMap((urn) => this.byUrn.get(urn) ?? []);
        const found = new Set(named.filter((resource) => resource.type === type));
        if (found.size > 0) return [...found];
        const identities = this.identities(type);
        for (const name of namesIn(source, link)) {
            for (const target of identities.get(name) ?? []) found.add(target);
        }
        return [...found];
    }

    private identities(type: string): Map<string, Resource[]> {
        let identities = this.byIdentity.get(type);
        if (!identities) {
            identities = new Map();
            for (const resource of this.ofType(type)) {
                for (const name of this.names(resource)) put(identities, name, resource);
            }
            this.byIdentity.set(type, identities);
        }
        return identities;
    }

    private names(resource: Resource): readonly string[] {
        let names = this.namesOf.get(resource);
        if (!names) {
            const values = IDENTITIES.map((property) => resource.at(property)).filter((value) => value.isKnown());
            names = [...new Set(values.flatMap((value) => value.text() ?? []))];
            this.namesOf.set(resource, names);
        }
        return names;
    }

    private index(link: Link): Index {
        let index = this.indexes.get(link);
        if (!index) {
            index = buildIndex(this.ofType(link.type), link);
            this.indexes.set(link, index);
        }
        return index;
    }
}

function namesIn(resource: Resource, { property, names }: Link): string[] {
    return (names?.(resource) ?? resource.at(property).items()).flatMap((value) => value.text() ?? []);
}

function buildIndex(resources: readonly Resource[], link: Link): Index {
    const index: Index = { byName: new Map(), byDependency: new Map() };
    for (const resource of resources) {
        const dependencies = resource.dependencies(link.property);
        for (const urn of dependencies) put(index.byDependency, urn, resource);
        try {
            for (const name of namesIn(resource, link)) put(index.byName, name, resource);
        } catch (error) {
            if (!(error instanceof UnknownValue)) throw error;
            if (dependencies.length === 0) index.undecided ??= error;
        }
    }
    return index;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
    const values = map.get(key);
    if (values) values.push(value);
    else map.set(key, [value]);
}
