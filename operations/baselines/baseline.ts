import { Document, visit, type YAMLSeq } from "yaml";
import { groupBy } from "../cli/group-by.ts";
import { type Line, linesOf } from "./lines.ts";
import type { Planned } from "./planned.ts";
import { References } from "./references.ts";

const HEAD = `Everything that the stack STACK consists of: each component with its resources and what the program says of them.
Written by \`npm run baselines\`; what changes here is what a review decides on. \${Queue::bulk.arn} stands for a value of
that resource, <…> for code and long texts. Defaults of the clouds and names made by Pulumi are left out.`;

/** Lists up to this length, in characters, stand in one line. */
const SHORT_LIST = 200;
/** Nodes above what an input is: document, component, resource, input, with the pairs between them. */
const DEPTH_OF_VALUES = 6;

/** The baseline of a stack as text: stable from run to run, one line for each decision. */
export function baseline(stack: string, resources: readonly Planned[]): string {
    const sorted = [...resources].sort((a, b) => compare(a.urn, b.urn));
    const references = new References(sorted);
    const tags = commonTags(sorted);
    const within = componentPaths(sorted);
    const content: Record<string, unknown> = { resources: resources.length, "tags of all": tags };
    const own = sorted.filter(({ custom }) => custom);
    const byComponent = groupBy(own, ({ urn }) => within.get(urn) || "outside the platform");
    for (const [component, all] of [...byComponent].sort(([a], [b]) => compare(a, b))) {
        content[component] = Object.fromEntries(
            all.map((resource) => [`${resource.type}::${resource.name}`, described(resource, references, tags)]),
        );
    }
    const head = HEAD.replace("STACK", stack).replace(/^/gm, "# ");
    const document = new Document(content, { aliasDuplicateObjects: false });
    visit(document, {
        Map: (_, map, above) => {
            map.flow = above.length > DEPTH_OF_VALUES;
        },
        Seq: (_, list) => {
            list.flow = !isLong(list);
        },
    });
    return `${head}\n\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}`;
}

/** Statements of policies get a line each, short lists share one. */
function isLong(list: YAMLSeq): boolean {
    const text = JSON.stringify(list);
    return text.length > SHORT_LIST || /^\["(Allow|Deny) /.test(text);
}

function described(resource: Planned, references: References, tags: Record<string, string>): Record<string, unknown> {
    const lines: Line[] = Object.entries(resource.inputs)
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([property, value]) =>
            linesOf(property, named(withoutCommon(property, value, tags), references, resource)),
        );
    return { ...(resource.protect && { protect: true }), ...Object.fromEntries(lines) };
}

/** The value with all that refers to another resource replaced; texts inside texts too. */
function named(value: unknown, references: References, of: Planned): unknown {
    if (typeof value === "string") return references.in(value, of);
    if (Array.isArray(value)) return value.map((item) => named(item, references, of));
    if (!(value instanceof Object)) return value;
    return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [references.in(key, of), named(item, references, of)]),
    );
}

/** Tags that are the same on nearly everything; said once at the top. */
function commonTags(resources: readonly Planned[]): Record<string, string> {
    const all = resources.flatMap(({ inputs: { tags } }) => (tags instanceof Object ? Object.entries(tags) : []));
    const counts = groupBy(all, ([key, value]) => JSON.stringify([key, value]));
    const tagged = resources.filter(({ inputs }) => inputs.tags instanceof Object).length;
    const common = [...counts].filter(([, same]) => same.length > tagged / 2).map(([pair]) => JSON.parse(pair));
    return Object.fromEntries(common.sort());
}

function withoutCommon(property: string, value: unknown, common: Record<string, string>): unknown {
    if (property !== "tags" || !(value instanceof Object)) return value;
    return Object.fromEntries(Object.entries(value).filter(([key, tag]) => common[key] !== tag));
}

/** The component that each resource belongs to, with those around it, by URN. */
function componentPaths(resources: readonly Planned[]): Map<string, string> {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const path = (urn = ""): string[] => {
        const one = byUrn.get(urn);
        if (!one) return [];
        return one.custom ? path(one.parent) : [...path(one.parent), one.name];
    };
    const kind = (urn = ""): string | undefined => {
        const one = byUrn.get(urn);
        return one?.custom ? kind(one.parent) : one?.type.split(":").at(-1);
    };
    return new Map(
        resources.map(({ urn, parent }) => [urn, kind(parent) ? `${path(parent).join(" / ")} (${kind(parent)})` : ""]),
    );
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
