import { each } from "../../checks/check.ts";

/** Azure's public regions, as `az account list-locations` names them, of October 2026. */
const REGIONS = new Set(
    [
        "australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth",
        "brazilsoutheast canadacentral canadaeast centralindia centralus chilecentral eastasia eastus eastus2",
        "francecentral francesouth germanynorth germanywestcentral indonesiacentral israelcentral italynorth japaneast",
        "japanwest jioindiacentral jioindiawest koreacentral koreasouth malaysiawest mexicocentral newzealandnorth",
        "northcentralus northeurope norwayeast norwaywest polandcentral qatarcentral southafricanorth southafricawest",
        "southcentralus southeastasia southindia spaincentral swedencentral swedensouth switzerlandnorth",
        "switzerlandwest uaecentral uaenorth uksouth ukwest westcentralus westeurope westindia westus westus2 westus3",
    ].flatMap((line) => line.split(" ")),
);

/** Azure reads `West Europe` as it does `westeurope`; what belongs to no region is `global`. */
export const location = each("location", (given) => {
    const name = String(given).toLowerCase().replaceAll(" ", "");
    if (REGIONS.has(name) || name === "global") return undefined;
    return `must be a region of Azure such as westeurope, got ${given}`;
});
