import { edited } from "../../../../local/store/edit.ts";
import type { Properties, Value } from "../../../../local/store/value.ts";
import type { Kind } from "../../../../operations/drift/compare/kind.ts";
import type { Severity } from "../../../../operations/drift/judge/severity.ts";
import type { Sight } from "../../../../operations/drift/look/look.ts";
import type { StateResource } from "../../../../operations/drift/state/deployment.ts";
import { held } from "../../../../operations/drift/state/held.ts";

/** What somebody, or the cloud, does behind the program's back. */
export interface Drill {
    title: string;
    /** End of the resource's URN. */
    on: string;
    /** Properties that get another value; `null` takes one away. */
    edits?: readonly (readonly [path: string, value: Value])[];
    /** Any other change of what the cloud has. */
    change?: (resource: StateResource) => StateResource;
    gone?: boolean;
    /** How it must be classified; nothing for noise. */
    as?: Classified;
}

export interface Classified {
    kind: Kind;
    severity: Severity;
    /** Where it differs, in order of the alphabet. */
    paths: readonly string[];
    /** Names of the guardrails that hold in the state and are broken now. */
    breaks?: readonly string[];
}

/** The one resource whose URN ends so. */
export function resourceAt(state: readonly StateResource[], on: string): StateResource {
    const found = state.filter(({ urn }) => urn.endsWith(on));
    const [only] = found;
    if (only === undefined || found.length > 1) throw new Error(`${found.length} resources end with ${on}`);
    return only;
}

/** What a look sees after these drills. */
export function sightAfter(state: readonly StateResource[], drills: readonly Drill[]): Sight {
    const reality = new Map(state.filter(({ custom }) => custom).map((resource) => [resource.urn, resource]));
    for (const drill of drills) {
        const { urn } = resourceAt(state, drill.on);
        const resource = reality.get(urn);
        if (drill.gone) reality.delete(urn);
        else if (resource !== undefined) reality.set(urn, changed(resource, drill));
    }
    return {
        sealed: "",
        state: state.map(held),
        reality: new Map(
            state
                .filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
                .map(({ urn }) => {
                    const resource = reality.get(urn);
                    return [urn, resource && held(resource)];
                }),
        ),
        untold: [],
        moved: false,
    };
}

function changed(resource: StateResource, { edits = [], change = (same) => same }: Drill): StateResource {
    const { urn, type, id = "", inputs = {}, outputs = {} } = resource;
    const stored = { urn, type, id, name: urn, inputs, outputs, createdAt: "", seed: urn, generation: 0 };
    const after = edits.reduce((before, [path, value]) => edited(before, path, value), stored);
    return change({ ...resource, inputs: after.inputs, outputs: after.outputs });
}

/** A change of the outputs alone, as a provider gives back what the program never set. */
export function showing(outputs: Properties): (resource: StateResource) => StateResource {
    return (resource) => ({ ...resource, outputs: { ...resource.outputs, ...outputs } });
}
