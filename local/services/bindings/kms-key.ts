import {
    CancelKeyDeletionCommand,
    CreateKeyCommand,
    DescribeKeyCommand,
    DisableKeyCommand,
    EnableKeyCommand,
    type KeySpec,
    type KeyUsageType,
    KMSClient,
    PutKeyPolicyCommand,
    ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import type { Clients } from "../clients.ts";
import { optionalText } from "./inputs.ts";
import { type Keeping, type LiveResource, unlessAbsent } from "./live-binding.ts";

/** What the launcher's correction `key-ids` takes as a wish for this id. */
const predictedIdTag = "local-services:predicted-key-id";

export const keeping: Keeping = {
    async put(resource, clients) {
        const kms = clients.of(KMSClient);
        const KeyId = resource.id;
        const known = await unlessAbsent(kms.send(new DescribeKeyCommand({ KeyId })));
        if (known === undefined) {
            await create(resource, clients);
        } else if (known.KeyMetadata?.KeyState === "PendingDeletion") {
            await kms.send(new CancelKeyDeletionCommand({ KeyId }));
        }
        const Policy = optionalText(resource.inputs, "policy");
        if (known !== undefined && Policy !== undefined) {
            await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
        }
        const enabled = resource.inputs.isEnabled !== false;
        await kms.send(enabled ? new EnableKeyCommand({ KeyId }) : new DisableKeyCommand({ KeyId }));
    },
    async remove(resource, clients) {
        const kms = clients.of(KMSClient);
        const KeyId = resource.id;
        const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
        if (KeyMetadata?.KeyState !== "PendingDeletion") {
            // 7 days is the shortest KMS knows; until then the key serves nobody, as on AWS.
            await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
        }
    },
};

async function create(resource: LiveResource, clients: Clients): Promise<void> {
    const { inputs } = resource;
    const spec = optionalText(inputs, "customerMasterKeySpec") ?? optionalText(inputs, "keySpec");
    await clients.of(KMSClient).send(
        new CreateKeyCommand({
            Description: optionalText(inputs, "description"),
            KeySpec: spec as KeySpec | undefined,
            KeyUsage: optionalText(inputs, "keyUsage") as KeyUsageType | undefined,
            Policy: optionalText(inputs, "policy"),
            Tags: [{ TagKey: predictedIdTag, TagValue: resource.id }],
        }),
    );
}
