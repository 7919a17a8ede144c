import { checkInputs } from "../../../../local/providers/check-inputs.ts";
import type { Cloud } from "../../../../local/providers/cloud.ts";
import { packages } from "../../../../local/providers/packages/index.ts";
import { predict } from "../../../../local/providers/predict.ts";
import { definitionOf } from "../../../../local/providers/types/table.ts";
import { viewOf } from "../../../../local/providers/view.ts";
import type { Properties } from "../../../../local/store/value.ts";
import { urnOf } from "./urns.ts";

const CONFIG: Readonly<Record<string, Properties>> = {
    aws: { region: "eu-west-1", allowedAccountIds: ["111122223333"] },
    "azure-native": {
        location: "westeurope",
        subscriptionId: "11111111-1111-4111-a111-111111111111",
        tenantId: "22222222-2222-4222-a222-222222222222",
    },
    azuread: { tenantId: "22222222-2222-4222-a222-222222222222" },
};

function cloudOf(type: string): Cloud {
    const name = type.split(":")[0] ?? "";
    const found = packages[name];
    if (found === undefined) throw new Error(`no provider ${name}`);
    return found.cloud(CONFIG[name] ?? {});
}

function definition(type: string) {
    return definitionOf(packages[type.split(":")[0] ?? ""]?.types ?? {}, type);
}

const identity = (type: string, name: string) => ({ urn: urnOf(type, name), name, generation: 0 });

/** What the table refuses in these inputs, as "path reason". */
export function refusals(type: string, inputs: Properties, name = "bulk"): string[] {
    const { failures } = checkInputs(definition(type), identity(type, name), {}, inputs, cloudOf(type));
    return failures.map(({ property, reason }) => `${property} ${reason}`);
}

/** The checked inputs with what the table predicts of the resource. */
export function predicted(type: string, inputs: Properties, name = "bulk") {
    const cloud = cloudOf(type);
    const checked = checkInputs(definition(type), identity(type, name), {}, inputs, cloud).inputs;
    const view = viewOf(definition(type), identity(type, name), checked, cloud);
    return { inputs: checked, ...predict(definition(type), view, checked) };
}
