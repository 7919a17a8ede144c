/** What the log says of each request, also of one that the authorizer turned away; never the token, never the body. */
export const ACCESS_LOG = {
    time: "$context.requestTime",
    requestId: "$context.requestId",
    route: "$context.routeKey",
    path: "$context.path",
    status: "$context.status",
    sourceIp: "$context.identity.sourceIp",
    // Ids of an identity and a tenant of Azure, which belong to machines.
    subject: "$context.authorizer.claims.sub",
    tenant: "$context.authorizer.claims.tid",
    refusal: "$context.authorizer.error",
    error: "$context.error.message",
    milliseconds: "$context.responseLatency",
};
