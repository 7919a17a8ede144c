import type { Rule } from "../../core/rule.ts";
import { azureAlertReachesSomeone } from "./azure-alert-reaches-someone.ts";
import { azureCustomRoleNarrow } from "./azure-custom-role-narrow.ts";
import { azureDiagnosticsKept } from "./azure-diagnostics-kept.ts";
import { azureFactoryIdentity } from "./azure-factory-identity.ts";
import { azureFactoryKeyless } from "./azure-factory-keyless.ts";
import { azureFactoryPlain } from "./azure-factory-plain.ts";
import { azureFactoryPrivate } from "./azure-factory-private.ts";
import { azureFactoryWatched } from "./azure-factory-watched.ts";
import { azureFederationPinned } from "./azure-federation-pinned.ts";
import { azureGroupBudgeted } from "./azure-group-budgeted.ts";
import { azureLogsKept } from "./azure-logs-kept.ts";
import { azurePipelineWhole } from "./azure-pipeline-whole.ts";
import { azureRoleKnown } from "./azure-role-known.ts";
import { azureRoleNarrow } from "./azure-role-narrow.ts";
import { entraApplicationKeyless } from "./entra-application-keyless.ts";
import { entraApplicationPlain } from "./entra-application-plain.ts";

/** Data Factory, its identities and what watches it. */
export const azureRules: readonly Rule[] = [
    azureAlertReachesSomeone,
    azureCustomRoleNarrow,
    azureDiagnosticsKept,
    azureFactoryIdentity,
    azureFactoryKeyless,
    azureFactoryPlain,
    azureFactoryPrivate,
    azureFactoryWatched,
    azureFederationPinned,
    azureGroupBudgeted,
    azureLogsKept,
    azurePipelineWhole,
    azureRoleKnown,
    azureRoleNarrow,
    entraApplicationKeyless,
    entraApplicationPlain,
];
