import { type PassedCall, type ServiceAnswer, ServiceError } from "../answering.ts";
import type { Holdings, Operation } from "./operation.ts";
import { registryOperations } from "./registry-operations.ts";
import { servingOperations } from "./serving-operations.ts";
import { trainingOperations } from "./training-operations.ts";

const OPERATIONS: Readonly<Record<string, Operation>> = {
    ...servingOperations,
    ...trainingOperations,
    ...registryOperations,
    // Tags decide nothing here.
    AddTags: () => ({ Tags: [] }),
};

/** SageMaker's control plane: trains, keeps versions, brings one into service. */
export async function operate(holdings: Holdings, call: PassedCall): Promise<ServiceAnswer> {
    const answer = Object.hasOwn(OPERATIONS, call.operation) ? OPERATIONS[call.operation] : undefined;
    if (answer === undefined) {
        throw new ServiceError("UnknownOperationException", `${call.operation} is not served on a laptop.`, {
            status: 404,
        });
    }
    return { body: await answer(holdings, JSON.parse(call.body.toString())) };
}
