import type { TypeTable } from "../definition.ts";
import { apigatewayv2 } from "./apigatewayv2.ts";
import { appautoscaling } from "./appautoscaling.ts";
import { athena } from "./athena.ts";
import { budgets } from "./budgets.ts";
import { cloudformation } from "./cloudformation.ts";
import { cloudtrail } from "./cloudtrail.ts";
import { cloudwatch } from "./cloudwatch.ts";
import { datapipeline } from "./datapipeline.ts";
import { dynamodb } from "./dynamodb.ts";
import { ec2 } from "./ec2.ts";
import { emrserverless } from "./emrserverless.ts";
import { glue } from "./glue.ts";
import { iam } from "./iam.ts";
import { iamFederation } from "./iam-federation.ts";
import { kms } from "./kms.ts";
import { lambda } from "./lambda.ts";
import { quicksight } from "./quicksight.ts";
import { redshiftserverless } from "./redshiftserverless.ts";
import { s3 } from "./s3.ts";
import { sagemaker } from "./sagemaker.ts";
import { scheduler } from "./scheduler.ts";
import { secretsmanager } from "./secretsmanager.ts";
import { sfn } from "./sfn.ts";
import { sns } from "./sns.ts";
import { sqs } from "./sqs.ts";
import { vpc } from "./vpc.ts";

export const awsTypes: TypeTable = {
    ...appautoscaling,
    ...apigatewayv2,
    ...athena,
    ...budgets,
    ...cloudformation,
    ...cloudtrail,
    ...cloudwatch,
    ...datapipeline,
    ...dynamodb,
    ...emrserverless,
    ...glue,
    ...ec2,
    ...iam,
    ...iamFederation,
    ...kms,
    ...lambda,
    ...quicksight,
    ...redshiftserverless,
    ...s3,
    ...scheduler,
    ...sagemaker,
    ...secretsmanager,
    ...sfn,
    ...sns,
    ...sqs,
    ...vpc,
};
