import { IAMClient, SimulatePrincipalPolicyCommand } from "@aws-sdk/client-iam";
import type { Clients } from "./clients.ts";

/** Whether a role may do this, by its own policies. `role` is its name, without its path. */
export async function mayRole(clients: Clients, role: string, action: string, resource: string): Promise<boolean> {
    const { EvaluationResults = [] } = await clients.of(IAMClient).send(
        new SimulatePrincipalPolicyCommand({
            // Without its path, by which the services would not find its policies.
            PolicySourceArn: `arn:aws:iam::${clients.accountId}:role/${role}`,
            ActionNames: [action],
            ResourceArns: [resource],
        }),
    );
    return EvaluationResults.length > 0 && EvaluationResults.every((one) => one.EvalDecision === "allowed");
}
