import type { ResourceTransformation } from "@pulumi/pulumi";

/** Path of everything in IAM that exists before the stack, which no pipeline may change. */
export const DELIVERY_PATH = "/compliance-delivery/";

/** Path of the limits of roles. A policy there limits and is never attached: it allows far more than any role needs. */
export const BOUNDARY_PATH = `${DELIVERY_PATH}boundaries/`;

export const BOUNDARY_NAME = "platform";

/** The policy that limits every role of the platform and of its pipelines, whatever their own policies say. */
export function boundaryArn(accountId: string): string {
    return `arn:aws:iam::${accountId}:policy${BOUNDARY_PATH}${BOUNDARY_NAME}`;
}

/** Path of the roles and policies of one environment: what a pipeline may create and pass on. */
export function rolePath(environment: string): string {
    return `/compliance-platform/${environment}/`;
}

/** First word of the roles that AWS Data Pipeline takes on; it is told their names, and looks for those in no path. */
export const PIPELINE_ROLE = "data-pipeline-";

/**
 * Puts every role and policy where the pipeline of its environment may manage it, unless AWS looks for it in another path,
 * and every role under the limit that the pipeline cannot lift.
 */
export function placedRoles(of: { environment: string; accountId: string }): ResourceTransformation {
    const path = rolePath(of.environment);
    const permissionsBoundary = boundaryArn(of.accountId);
    return ({ type, props, opts }) => {
        if (type === "aws:iam/role:Role")
            return { props: { ...props, path: props.path ?? path, permissionsBoundary }, opts };
        return type === "aws:iam/policy:Policy" ? { props: { ...props, path }, opts } : undefined;
    };
}
