import {
    CloudWatchLogsClient,
    CreateLogGroupCommand,
    DeleteLogGroupCommand,
    DeleteRetentionPolicyCommand,
    PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { optionalNumber, optionalText, text } from "./inputs.ts";
import { type Keeping, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const logs = clients.of(CloudWatchLogsClient);
        const logGroupName = text(resource, "name");
        const kmsKeyId = optionalText(resource.inputs, "kmsKeyId");
        const created = await unlessPresent(logs.send(new CreateLogGroupCommand({ logGroupName, kmsKeyId })));
        // Pulumi says "for ever" with 0.
        const retentionInDays = optionalNumber(resource.inputs, "retentionInDays") ?? 0;
        if (retentionInDays > 0) {
            await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays }));
        } else if (created === undefined) {
            await logs.send(new DeleteRetentionPolicyCommand({ logGroupName }));
        }
    },
    async remove(resource, clients) {
        const logGroupName = text(resource, "name");
        await clients.of(CloudWatchLogsClient).send(new DeleteLogGroupCommand({ logGroupName }));
    },
};
