import type { TypeTable } from "../definition.ts";
import { application } from "./application.ts";
import { servicePrincipal } from "./service-principal.ts";

export const azureadTypes: TypeTable = { ...application, ...servicePrincipal };
