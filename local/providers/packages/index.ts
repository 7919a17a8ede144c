import type { ProviderPackage } from "../session.ts";
import { aws } from "./aws.ts";
import { awsx } from "./awsx.ts";
import { azureNative } from "./azure-native.ts";
import { azuread } from "./azuread.ts";

/** Every provider package that has a stand-in. */
export const packages: Readonly<Record<string, ProviderPackage>> = { aws, awsx, "azure-native": azureNative, azuread };
