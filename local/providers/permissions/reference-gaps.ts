/** What the reference does not say, or says otherwise than the service's own documentation; each with its source. */

/** Actions that AWS has by another page of its own than the reference. */
export const FURTHER_ACTIONS: Readonly<Record<string, string>> = {
    // The schema of AWS::ApiGatewayV2::Stage in CloudFormation's registry asks for both.
    "apigateway:tagresource": "TagResource",
    "apigateway:untagresource": "UntagResource",
};

/** Types of resources that an action works on besides those that the data has. */
export const FURTHER_TYPES: Readonly<Record<string, readonly string[]>> = {
    // The reference has API Gateway on two pages, of which the data keeps the types of one for actions of both:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html
    "apigateway:get": ["apis"],
    "apigateway:post": ["apis"],
    "apigateway:tagresource": ["tags"],
    "apigateway:untagresource": ["tags"],
    // https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy-xaccount.html asks it of the version as well.
    "sagemaker:createmodel": ["model-package"],
};

/**
 * Types that an action asks for only where nothing narrower is named. Whoever may query an index needs no right on its table:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/using-identity-based-policies.html
 */
export const SPARED_TYPES: Readonly<Record<string, { readonly type: string; readonly by: string }>> = {
    "dynamodb:query": { type: "table", by: "index" },
    "dynamodb:scan": { type: "table", by: "index" },
};
