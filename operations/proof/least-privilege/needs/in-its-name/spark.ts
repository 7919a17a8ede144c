import { list, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";

const SPARK = "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/security-iam-runtime-role.html";

/** What the workers of Spark call in the role of their job. */
export function bySpark({ ofType, names, find }: Program): Need[] {
    return ofType("aws:emrserverless/application:Application").flatMap(({ name: role, props }) => {
        const log = find(
            "aws:cloudwatch/logGroup:LogGroup",
            text(props, "monitoringConfiguration", "cloudwatchLoggingConfiguration", "logGroupName"),
        );
        const streams = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];
        const source = "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/logging.html";
        const writes = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"];
        return [
            ...needs(role, streams, `${names.plain(text(log?.outputs, "arn"))}:*`, {
                why: "the workers write their log",
                source,
                called: true,
            }),
            ...needs(role, ["logs:DescribeLogGroups"], "*", {
                why: "the workers find their log",
                source,
                called: true,
            }),
            ...["{Bucket profiles}", "{Bucket records}"].flatMap((bucket) => [
                ...needs(role, ["s3:GetObject"], `${bucket}/*`, {
                    why: "the job reads its code, records and profiles",
                    source: SPARK,
                    called: true,
                }),
                ...needs(role, ["s3:ListBucket"], bucket, { why: "the job finds them", source: SPARK, called: true }),
            ]),
            ...needs(role, writes, "{Bucket profiles}/*", {
                why: "the job writes profiles, in place of what it wrote before",
                source: SPARK,
                called: true,
            }),
        ];
    });
}

/** For who starts, watches and stops a job of Spark. */
export function sparkNeeds(
    { names, find, role }: Program,
    holder: string | undefined,
    applicationId: string,
    job: { role: string; key: string },
    called = false,
): Need[] {
    const application = find("aws:emrserverless/application:Application", applicationId);
    const arn = names.plain(text(application?.outputs, "arn"));
    const access = {
        called,
        why: "starts, watches and stops the job",
        source: "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/security-iam-user-access-policies.html",
    };
    const passing = { why: "passes on the job's role", source: access.source };
    const ec2 = "arn:aws:ec2:{region}:{account}";
    const groups = list(application?.props, "networkConfiguration", "securityGroupIds").map((id) =>
        names.plain(text(find("aws:ec2/securityGroup:SecurityGroup", id)?.outputs, "arn")),
    );
    return [
        ...needs(holder, ["emr-serverless:StartJobRun"], arn, access),
        ...needs(holder, ["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"], `${arn}/jobruns/*`, access),
        ...needs(role(job.role) && holder, ["iam:PassRole"], `{Role ${role(job.role)}}`, passing),
        ...[`${ec2}:network-interface/*`, `${ec2}:subnet/*`, ...groups].flatMap((resource) =>
            needs(holder, ["ec2:CreateNetworkInterface"], resource, {
                why: "EMR Serverless connects the workers in the name of who starts them",
                source: "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/vpc-access.html",
            }),
        ),
        ...needs(holder, ["kms:Decrypt", "kms:GenerateDataKey"], names.plain(job.key), {
            why: "EMR Serverless asks whether who starts the job may use the key of its log",
            source: "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/logging.html",
        }),
    ];
}
