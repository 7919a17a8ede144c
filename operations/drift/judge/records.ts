import type { Properties } from "../../../local/store/value.ts";
import type { ResourceRecord } from "../../../policies/core/resource.ts";
import type { Drift } from "../compare/classify.ts";
import type { Held } from "../state/held.ts";

/** The resources as the guardrails judge them: as the state says they are. */
export function recordsOf(state: readonly Held[]): ResourceRecord[] {
    const byUrn = new Map(state.map((held) => [held.resource.urn, held]));
    return state.map((held) => recordOf(held, held.inputs, held.outputs, byUrn));
}

/** The same resources with some of the drifts: what is gone is gone, and what changed is as the cloud has it. */
export function withDrifts(state: readonly Held[], drifts: readonly Drift[]): ResourceRecord[] {
    const byUrn = new Map(state.map((held) => [held.resource.urn, held]));
    const drifted = new Map(drifts.map((drift) => [drift.before.resource.urn, drift]));
    return state.flatMap((held) => {
        const drift = drifted.get(held.resource.urn);
        if (drift === undefined) return [recordOf(held, held.inputs, held.outputs, byUrn)];
        if (drift.after === undefined) return [];
        return [recordOf(moved(held, drift), inputsOf(drift, drift.after), drift.after.outputs, byUrn)];
    });
}

/** What a property was made from, it may no longer name: rules that go by that would see the state. */
function moved(held: Held, { differences }: Drift): Held {
    const tops = new Set(differences.map(({ path: [top] }) => top));
    const { propertyDependencies = {} } = held.resource;
    const kept = Object.entries(propertyDependencies).filter(([name]) => !tops.has(name));
    return { ...held, resource: { ...held.resource, propertyDependencies: Object.fromEntries(kept) } };
}

/**
 * A provider gives back only those inputs that the program set. What somebody else set beside them shows in the outputs
 * alone, so rules that judge inputs would never see it.
 */
function inputsOf({ differences }: Drift, after: Held): Properties {
    const beside = differences
        .map(({ path: [top] }) => String(top))
        .filter((top) => !(top in after.inputs) && after.outputs[top] !== undefined)
        .map((top) => [top, after.outputs[top]]);
    return { ...after.inputs, ...Object.fromEntries(beside) };
}

function recordOf(
    { resource }: Held,
    props: Properties,
    outputs: Properties,
    byUrn: ReadonlyMap<string, Held>,
): ResourceRecord {
    const { urn, type, parent, protect = false, provider, propertyDependencies = {} } = resource;
    const through = byUrn.get(provider?.split("::").slice(0, -1).join("::") ?? "");
    return {
        urn,
        type,
        name: urn.split("::").slice(3).join("::"),
        props,
        outputs,
        ...(parent !== undefined && { parent }),
        opts: { protect },
        ...(through && { provider: { type: through.resource.type.split(":").at(-1) ?? "", props: through.inputs } }),
        propertyDependencies: Object.fromEntries(
            Object.entries(propertyDependencies).map(([name, urns]) => [name, urns.filter((one) => byUrn.has(one))]),
        ),
    };
}
