import { GLUE, signedCall } from "../signed-call.ts";
import { optionalText, text } from "./inputs.ts";
import { type Keeping, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const Name = text(resource, "name");
        const DatabaseInput = { Name, Description: optionalText(resource.inputs, "description") };
        await unlessPresent(signedCall(clients, GLUE, "CreateDatabase", { DatabaseInput }));
        await signedCall(clients, GLUE, "UpdateDatabase", { Name, DatabaseInput });
    },
    async remove(resource, clients) {
        await signedCall(clients, GLUE, "DeleteDatabase", { Name: text(resource, "name") });
    },
};
