import type { TypeTable } from "../definition.ts";
import { authorization } from "./authorization.ts";
import { datafactory } from "./datafactory.ts";
import { managedidentity } from "./managedidentity.ts";
import { resources } from "./resources.ts";
import { storage } from "./storage.ts";

export const azureNativeTypes: TypeTable = {
    ...authorization,
    ...datafactory,
    ...managedidentity,
    ...resources,
    ...storage,
};
