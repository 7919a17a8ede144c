import { canonicalType } from "./canonical-type.ts";
import { Value } from "./value.ts";

/** A resource as the engine, a state export or a mocked program describes it. */
export interface ResourceRecord {
    urn: string;
    type: string;
    name: string;
    /** Inputs, after the provider has checked them and filled in its defaults. */
    props: Record<string, unknown>;
    /** What stack rules read. Default: `props`. */
    outputs?: Record<string, unknown>;
    parent?: string;
    opts?: { protect?: boolean };
    provider?: { type: string; props: Record<string, unknown> };
    /** URNs of the resources that each property was made from. */
    propertyDependencies?: Record<string, readonly string[]>;
}

/** A resource as a rule sees it. */
export class Resource {
    readonly urn: string;
    readonly name: string;
    /** Type token without API version, so that one token names every form of a type. */
    readonly type: string;
    /** Name of the Pulumi stack, from the URN. */
    readonly stack: string;
    /** Name of its project, also from there. */
    readonly project: string;
    readonly protect: boolean;
    private readonly record: ResourceRecord;
    private readonly properties: Value;

    constructor(record: ResourceRecord, scope: "resource" | "stack") {
        this.record = record;
        this.urn = record.urn;
        this.name = record.name;
        this.type = canonicalType(record.type);
        const [stack = "", project = ""] = record.urn.split("::");
        this.stack = stack.split(":")[2] ?? "";
        this.project = project;
        this.protect = record.opts?.protect ?? false;
        this.properties = new Value("", scope === "stack" ? (record.outputs ?? record.props) : record.props);
    }

    /** A property of the resource; `a.b` is the property `b` of `a`. */
    at(path: string): Value {
        return this.properties.at(path);
    }

    /** Every text of the resource, with where it stands; what is not known yet is left out. */
    leaves(): Generator<Value> {
        return this.properties.leaves();
    }

    /** A setting of the provider that manages the resource, such as its region. */
    provider(path: string): Value {
        return new Value("provider", this.record.provider?.props).at(path);
    }

    /** URNs of the resources that this property was made from. */
    dependencies(property: string): readonly string[] {
        return this.record.propertyDependencies?.[property.split(".")[0] ?? property] ?? [];
    }
}
