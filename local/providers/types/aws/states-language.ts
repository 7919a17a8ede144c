import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { fieldFault } from "./states-fields.ts";

const TYPES = ["Choice", "Fail", "Map", "Parallel", "Pass", "Succeed", "Task", "Wait"];
/** States after which nothing follows, and the one that follows its choices. */
const WITHOUT_NEXT = ["Choice", "Fail", "Succeed"];

/** Why Step Functions takes no such definition: https://states-language.net/spec.html */
export function definitionFault(given: Value): string | undefined {
    if (typeof given !== "string") return undefined;
    let definition: Value;
    try {
        definition = JSON.parse(given);
    } catch {
        // Told by the check for JSON.
        return undefined;
    }
    return isObject(definition) ? machineFault(definition, "") : undefined;
}

function machineFault({ StartAt, States, TimeoutSeconds }: Properties, within: string): string | undefined {
    if (typeof StartAt !== "string" || !isObject(States)) return `must have StartAt and States${within}`;
    if (!(StartAt in States)) return `starts at ${StartAt}, which is none of its states${within}`;
    for (const [name, state] of Object.entries(States)) {
        const wrong = isObject(state) ? stateFault(name, state, States) : `has a state ${name} that is no object`;
        if (wrong !== undefined) return wrong;
    }
    if (within === "" && TimeoutSeconds !== undefined && !(Number(TimeoutSeconds) >= 1)) {
        return `must have TimeoutSeconds of 1 or more, got ${TimeoutSeconds}`;
    }
    const all = Object.values(States).filter(isObject);
    const reached = new Set([StartAt, ...all.flatMap(followers)]);
    const lost = Object.keys(States).find((name) => !reached.has(name));
    return lost === undefined ? undefined : `has the state ${lost}, to which nothing leads${within}`;
}

function stateFault(name: string, state: Properties, states: Properties): string | undefined {
    const { Type, Next, End } = state;
    if (!TYPES.includes(String(Type)))
        return `has the state ${name} of the type ${Type}: there are ${TYPES.join(", ")}`;
    const ends = Next !== undefined || End === true || WITHOUT_NEXT.includes(String(Type));
    if (!ends) return `has the state ${name}, after which neither Next nor End says what follows`;
    if (Type === "Task" && typeof state.Resource !== "string") return `has the task ${name} without a Resource`;
    const own = fieldFault(name, state);
    if (own !== undefined) return own;
    const missing = followers(state).find((follower) => !(follower in states));
    if (missing !== undefined) return `has the state ${name}, which goes on to ${missing}, and there is none`;
    const inside = [state.Branches ?? [], state.Iterator ?? [], state.ItemProcessor ?? []].flat().filter(isObject);
    return inside.map((machine) => machineFault(machine, ` in ${name}`)).find((fault) => fault !== undefined);
}

function followers({ Next, Default, Choices, Catch }: Properties): string[] {
    const further = [Choices ?? [], Catch ?? []].flat().filter(isObject);
    return [Next, Default, ...further.map((one) => one.Next)].filter((one) => typeof one === "string");
}
