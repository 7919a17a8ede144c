import { AddPermissionCommand, LambdaClient, RemovePermissionCommand } from "@aws-sdk/client-lambda";
import { optionalText, text } from "./inputs.ts";
import { type Keeping, type LiveResource, unlessAbsent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients, before) {
        const lambda = clients.of(LambdaClient);
        await unlessAbsent(lambda.send(new RemovePermissionCommand(statement(before ?? resource))));
        await lambda.send(
            new AddPermissionCommand({
                ...statement(resource),
                Action: text(resource, "action"),
                Principal: text(resource, "principal"),
                SourceArn: optionalText(resource.inputs, "sourceArn"),
                SourceAccount: optionalText(resource.inputs, "sourceAccount"),
            }),
        );
    },
    async remove(resource, clients) {
        await clients.of(LambdaClient).send(new RemovePermissionCommand(statement(resource)));
    },
};

function statement(resource: LiveResource) {
    return {
        FunctionName: text(resource, "function"),
        StatementId: optionalText(resource.inputs, "statementId") ?? resource.id,
        Qualifier: optionalText(resource.inputs, "qualifier"),
    };
}
