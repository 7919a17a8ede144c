/** A file of the program that leaks in a way of each kind, written as a careless change would be: nothing in it is a typing error. */
export const LEAKS = `
import { Stack } from "@pulumi/aws/cloudformation/stack.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import { LinkedService } from "@pulumi/azure-native/datafactory/linkedService.js";
import { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import type { Platform } from "./platform.ts";

export function leak({ outputs }: Platform): void {
    const QUEUE = "arn:aws:sqs:eu-west-1:111111111111:incoming";
    new QueuePolicy("leak-to-another-account", {
        queueUrl: outputs.incomingQueueUrl,
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{
                Effect: "Allow",
                Principal: { AWS: "arn:aws:iam::222222222222:role/reader" },
                Action: "sqs:ReceiveMessage",
                Resource: QUEUE,
            }],
        }),
    });
    new TopicPolicy("leak-by-an-empty-condition", {
        arn: outputs.fraudTopicArn,
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{
                Effect: "Allow",
                Principal: "*",
                Action: "sns:Subscribe",
                Resource: "arn:aws:sns:eu-west-1:111111111111:fraud",
                Condition: { StringLike: { "aws:PrincipalAccount": "*" } },
            }],
        }),
    });
    new RolePolicy("leak-by-wildcards", {
        role: "somebody",
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "iam:Pass?ole", Resource: "arn:aws:iam::*:role/*" }],
        }),
    });
    new BucketPublicAccessBlock("leak-by-a-second-block", {
        bucket: outputs.recordsBucket,
        blockPublicAcls: false,
        blockPublicPolicy: false,
        ignorePublicAcls: false,
        restrictPublicBuckets: false,
    });
    new FederatedIdentityCredential("leak-to-a-foreign-issuer", {
        resourceGroupName: "compliance-prod",
        resourceName: "exchange",
        federatedIdentityCredentialResourceName: "anybody",
        issuer: "https://token.actions.githubusercontent.com",
        subject: "repo:somebody/else:ref:refs/heads/main",
        audiences: ["api://AzureADTokenExchange"],
    });
    new LinkedService("leak-by-a-signature", {
        resourceGroupName: "compliance-prod",
        factoryName: "compliance-prod",
        linkedServiceName: "elsewhere",
        properties: {
            type: "AzureBlobStorage",
            sasUri: { type: "SecureString", value: "https://elsewhere.blob.core.windows.net/data?sv=2024-11-04&sig=abc" },
        },
    });
    new Stack("leak-by-a-template", {
        name: "elsewhere",
        templateUrl: "https://elsewhere.s3.amazonaws.com/template.json",
        capabilities: ["CAPABILITY_NAMED_IAM"],
    });
}
`;

/** Their names in that file. */
export const LEAK_NAMES = [...LEAKS.matchAll(/"(leak-[a-z-]+)"/g)].map(([, name = ""]) => name);
