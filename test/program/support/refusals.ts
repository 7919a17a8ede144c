import type { Known } from "../../../local/in-process/resources.ts";
import { checkInputs } from "../../../local/providers/check-inputs.ts";
import { packages } from "../../../local/providers/packages/index.ts";
import type { Properties } from "../../../local/store/value.ts";

/** Where dev and prod live. */
const REGION = "eu-west-1";

/** What the stand-in refuses in these inputs of a resource, each with the path of its property. */
export function refusalsOf({ type, name, urn }: Known, inputs: Properties): string[] {
    const provider = packages[type.split(":")[0] ?? ""];
    const definition = provider?.types[type];
    if (provider === undefined || definition === undefined) throw new Error(`the stand-in does not know ${type}`);
    const cloud = provider.cloud({ region: REGION });
    const { failures } = checkInputs(definition, { urn, name, generation: 0 }, {}, inputs, cloud);
    return failures.map(({ property, reason }) => `${property} ${reason}`);
}
