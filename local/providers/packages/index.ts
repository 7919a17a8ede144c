import type { ProviderPackage } from "../session.ts";
import { aws } from "./aws.ts";
import { azureNative } from "./azure-native.ts";

/** Every provider package that has a stand-in. */
export const packages: Readonly<Record<string, ProviderPackage>> = { aws, "azure-native": azureNative };
