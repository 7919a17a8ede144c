import {
    CreateRoleCommand,
    DeleteRoleCommand,
    DeleteRolePolicyCommand,
    DetachRolePolicyCommand,
    IAMClient,
    ListAttachedRolePoliciesCommand,
    ListRolePoliciesCommand,
    UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { optionalNumber, optionalText, text } from "./inputs.ts";
import { type Keeping, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const iam = clients.of(IAMClient);
        const RoleName = text(resource, "name");
        const trust = text(resource, "assumeRolePolicy");
        const created = await unlessPresent(
            iam.send(
                new CreateRoleCommand({
                    RoleName,
                    AssumeRolePolicyDocument: trust,
                    Path: optionalText(resource.inputs, "path"),
                    MaxSessionDuration: optionalNumber(resource.inputs, "maxSessionDuration"),
                }),
            ),
        );
        if (created === undefined) {
            await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trust }));
        }
    },
    async remove(resource, clients) {
        const iam = clients.of(IAMClient);
        const RoleName = text(resource, "name");
        const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
        for (const PolicyName of PolicyNames) {
            await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
        }
        const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
        for (const { PolicyArn } of AttachedPolicies) {
            await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
        }
        await iam.send(new DeleteRoleCommand({ RoleName }));
    },
};
