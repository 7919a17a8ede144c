import type { TypeTable } from "../definition.ts";
import { authorization } from "./authorization.ts";
import { consumption } from "./consumption.ts";
import { datafactory } from "./datafactory.ts";
import { managedidentity } from "./managedidentity.ts";
import { monitor } from "./monitor.ts";
import { operationalinsights } from "./operationalinsights.ts";
import { resources } from "./resources.ts";
import { storage } from "./storage.ts";

export const azureNativeTypes: TypeTable = {
    ...authorization,
    ...consumption,
    ...datafactory,
    ...managedidentity,
    ...monitor,
    ...operationalinsights,
    ...resources,
    ...storage,
};
