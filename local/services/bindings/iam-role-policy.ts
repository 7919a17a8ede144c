import { DeleteRolePolicyCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        await clients.of(IAMClient).send(
            new PutRolePolicyCommand({
                RoleName: text(resource, "role"),
                PolicyName: text(resource, "name"),
                PolicyDocument: text(resource, "policy"),
            }),
        );
    },
    async remove(resource, clients) {
        await clients
            .of(IAMClient)
            .send(
                new DeleteRolePolicyCommand({ RoleName: text(resource, "role"), PolicyName: text(resource, "name") }),
            );
    },
};
