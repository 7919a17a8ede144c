import type { Graph } from "../core/graph.ts";
import type { Access } from "./access-to.ts";
import { type Identity, identitiesIn, nameOf } from "./identities.ts";
import { inherited } from "./inherited.ts";
import { onAzure } from "./on-azure.ts";
import { byItsOwnPolicy } from "./own-policy.ts";
import { grant, type Thing, thingsIn } from "./reach.ts";
import { ABILITIES, type Ability, KINDS } from "./things.ts";
import { told } from "./told.ts";

/** Who can do what to each thing that holds data, by what the whole program says. */
export function accessIn(graph: Graph): Access[] {
    const identities = identitiesIn(graph);
    const things = thingsIn(graph);
    const keys = new Map(things.filter(({ kind }) => kind === KINDS["aws:kms/key:Key"]).map((key) => [key.arn, key]));
    const found: Access[] = [];
    for (const identity of identities) {
        for (const thing of things) {
            for (const may of ABILITIES) found.push(...direct(identity, thing, may, keys));
        }
    }
    for (const thing of things) found.push(...byItsOwnPolicy(thing, identities));
    found.push(...onAzure(graph, identities));
    return [...found, ...inherited(found, identities, graph)].sort(inOrder);
}

function direct(identity: Identity, thing: Thing, may: Ability, keys: ReadonlyMap<string, Thing>): Access[] {
    const granted = thing.kind.actions[may].flatMap((action) => grant(identity, thing, action));
    const [best] = granted.sort((a, b) => a.under.length - b.under.length);
    if (best === undefined) return [];
    const path = [`role ${identity.role.name}`];
    const onlyIf = new Set(granted.every(({ under }) => under.length > 0) ? best.under.map(told) : []);
    if (may === "read" && thing.key !== undefined) {
        const key = keys.get(thing.key);
        if (key !== undefined) {
            const opened = grant(identity, key, "kms:Decrypt")[0];
            if (opened === undefined) return [];
            path.push(key.label);
            for (const test of opened.under) onlyIf.add(told(test));
        }
    }
    const who = nameOf(identity);
    return [{ what: thing.label, who, may, path, onlyIf: [...onlyIf] }];
}

function inOrder(a: Access, b: Access): number {
    const keys = (one: Access) => [
        one.what,
        one.who,
        String(ABILITIES.indexOf(one.may)),
        one.path.join(" "),
        one.onlyIf.join(),
    ];
    const [one, other] = [keys(a).join("\n"), keys(b).join("\n")];
    return one < other ? -1 : one > other ? 1 : 0;
}
