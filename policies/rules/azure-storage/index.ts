import type { Rule } from "../../core/rule.ts";
import { azureStorageDoubleEncrypted } from "./azure-storage-double-encrypted.ts";
import { azureStorageNetworkClosed } from "./azure-storage-network-closed.ts";
import { azureStorageNoAnonymous } from "./azure-storage-no-anonymous.ts";
import { azureStorageNoLocalUsers } from "./azure-storage-no-local-users.ts";
import { azureStorageNoReplicationAbroad } from "./azure-storage-no-replication-abroad.ts";
import { azureStorageNoSharedKeys } from "./azure-storage-no-shared-keys.ts";
import { azureStorageRecoverable } from "./azure-storage-recoverable.ts";
import { azureStorageTlsOnly } from "./azure-storage-tls-only.ts";

/** Storage accounts of Azure. */
export const azureStorageRules: readonly Rule[] = [
    azureStorageDoubleEncrypted,
    azureStorageNetworkClosed,
    azureStorageNoAnonymous,
    azureStorageNoLocalUsers,
    azureStorageNoReplicationAbroad,
    azureStorageNoSharedKeys,
    azureStorageRecoverable,
    azureStorageTlsOnly,
];
