import { ATHENA, signedCall } from "../signed-call.ts";
import { optionalFlag, optionalNumber, optionalText, part, text } from "./inputs.ts";
import type { Keeping, LiveResource } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const Name = text(resource, "name");
        // There is no update that also takes settings away, and the workgroup keeps nothing that its removal would lose.
        await signedCall(clients, ATHENA, "DeleteWorkGroup", { WorkGroup: Name, RecursiveDeleteOption: false });
        await signedCall(clients, ATHENA, "CreateWorkGroup", { Name, Configuration: configuration(resource) });
    },
    async remove(resource, clients) {
        const WorkGroup = text(resource, "name");
        await signedCall(clients, ATHENA, "DeleteWorkGroup", { WorkGroup, RecursiveDeleteOption: true });
    },
};

function configuration({ inputs }: LiveResource) {
    const given = part(inputs, "configuration") ?? {};
    const result = part(given, "resultConfiguration") ?? {};
    const encryption = part(result, "encryptionConfiguration");
    return {
        EnforceWorkGroupConfiguration: optionalFlag(given, "enforceWorkgroupConfiguration") ?? true,
        PublishCloudWatchMetricsEnabled: optionalFlag(given, "publishCloudwatchMetricsEnabled") ?? true,
        BytesScannedCutoffPerQuery: optionalNumber(given, "bytesScannedCutoffPerQuery"),
        ResultConfiguration: {
            OutputLocation: optionalText(result, "outputLocation"),
            ...(encryption && {
                EncryptionConfiguration: {
                    EncryptionOption: optionalText(encryption, "encryptionOption"),
                    KmsKey: optionalText(encryption, "kmsKeyArn"),
                },
            }),
        },
    };
}
