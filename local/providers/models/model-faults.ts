import { formatPath, type Step } from "../../store/paths.ts";
import { signatureOf } from "../../store/signatures.ts";
import { isObject, type Properties, type Value } from "../../store/value.ts";
import type { Failure } from "../checks/check.ts";
import { hasUnknown } from "../values/plain.ts";
import { objectFaults } from "./object-faults.ts";
import type { Shape } from "./shape.ts";
import { valueFault } from "./value-fault.ts";

/** What the cloud's published model refuses in these inputs. Unknown values pass, as everywhere. */
export function modelFaults(shape: Shape, inputs: Properties): Failure[] {
    const walk = new Walk();
    walk.into(shape, inputs);
    return walk.faults;
}

/** Goes once through all that a stack has, at each save: so it makes nothing on its way where nothing is wrong. */
class Walk {
    readonly faults: Failure[] = [];
    private readonly path: Step[] = [];

    into(shape: Shape, value: Value): void {
        if (value === null || value === undefined || shape.kind === "any" || shape.kind === "file") return;
        if (typeof value === "string" && hasUnknown(value)) return;
        if (typeof value === "object" && this.isSpecial(shape, value)) return;
        const wrong = valueFault(shape, value);
        if (wrong !== undefined) this.tell(wrong);
        else if (Array.isArray(value)) this.each(shape, value);
        else if (isObject(value)) this.inside(shape, value);
    }

    private each({ items }: Shape, list: readonly Value[]): void {
        if (items === undefined) return;
        for (let index = 0; index < list.length; index++) this.below(index, items, list[index] ?? null);
    }

    private inside(shape: Shape, value: Properties): void {
        if (shape.kind === "variants") {
            this.variant(shape, value);
            return;
        }
        for (const name in value) {
            // What begins so is the provider's own.
            if (name.startsWith("__")) continue;
            const inside = shape.kind === "map" ? shape.items : shape.properties?.[name];
            if (inside !== undefined) this.below(name, inside, value[name] ?? null);
        }
        for (const { name, reason } of objectFaults(shape, value)) this.tell(reason, name);
    }

    private variant(shape: Shape, value: Properties): void {
        const by = shape.by ?? "";
        const kind = value[by];
        if (typeof kind === "string" && hasUnknown(kind)) return;
        const inside = typeof kind === "string" ? shape.variants?.[kind] : undefined;
        if (inside !== undefined) this.into(inside, value);
        else this.tell(unknownVariant(shape, kind), by);
    }

    private below(step: Step, shape: Shape, value: Value): void {
        this.path.push(step);
        this.into(shape, value);
        this.path.pop();
    }

    /** An asset or an archive; or, of Data Factory, what it computes when a pipeline runs. */
    private isSpecial(shape: Shape, value: Value): boolean {
        if (signatureOf(value) !== undefined) return true;
        return Boolean(shape.expression) && isObject(value) && value.type === "Expression" && "value" in value;
    }

    private tell(reason: string, name?: string): void {
        this.faults.push({ property: formatPath(name === undefined ? this.path : [...this.path, name]), reason });
    }
}

function unknownVariant({ variants = {}, others = [] }: Shape, kind: Value | undefined): string {
    if (typeof kind === "string" && others.includes(kind)) {
        return `${kind} is not in the table of models: add it to local/model-tables/azure-types.yaml, then npm run models`;
    }
    const known = [...Object.keys(variants), ...others];
    const shown =
        known.length > 12 ? `${known.slice(0, 12).join(", ")} and ${known.length - 12} more` : known.join(", ");
    return `must be one of ${shown}, got ${JSON.stringify(kind) ?? "nothing"}`;
}
