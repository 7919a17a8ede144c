import { list, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";
import { byMachine, connected, STREAMS } from "./machines.ts";

const TRAININGS =
    "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createtrainingjob-perms";

/** For a role whose machines train, by the request that starts it. */
export function byTraining(program: Program, request: unknown): Need[] {
    const { names, role, find } = program;
    const holder = role(text(request, "RoleArn"));
    const because = (why: string) => ({ why, source: TRAININGS });
    const log = "arn:aws:logs:{region}:{account}:log-group:/aws/sagemaker/TrainingJobs:*";
    const inBucket = (address: string) => {
        const [, bucket = "", prefix = ""] = /^s3:\/\/([^/]+)\/([^/]+)/.exec(address) ?? [];
        return { arn: names.plain(text(find("aws:s3/bucket:Bucket", bucket)?.outputs, "arn")), prefix };
    };
    const read = list(request, "InputDataConfig").map((channel) =>
        inBucket(text(channel, "DataSource", "S3DataSource", "S3Uri")),
    );
    const written = inBucket(text(request, "OutputDataConfig", "S3OutputPath"));
    return [
        ...byMachine(program, holder, text(request, "AlgorithmSpecification", "TrainingImage"), TRAININGS),
        ...connected(program, holder, list(request, "VpcConfig", "SecurityGroupIds"), TRAININGS),
        ...needs(holder, [...STREAMS, "logs:CreateLogGroup"], log, because("the training writes its log")),
        ...read.flatMap(({ arn, prefix }) => [
            ...needs(holder, ["s3:GetObject"], `${arn}/${prefix}/*`, because("the training reads what it learns from")),
            ...needs(holder, ["s3:ListBucket"], arn, because("the training finds what it learns from")),
        ]),
        ...needs(
            holder,
            ["s3:PutObject"],
            `${written.arn}/${written.prefix}/*`,
            because("the training leaves its model"),
        ),
        ...["ResourceConfig", "OutputDataConfig"].flatMap((part) => {
            const key = names.plain(text(request, part, part === "ResourceConfig" ? "VolumeKmsKeyId" : "KmsKeyId"));
            return part === "ResourceConfig"
                ? needs(
                      holder,
                      ["kms:CreateGrant"],
                      key,
                      because("SageMaker keeps the disk of the machine under the key"),
                  )
                : needs(holder, ["kms:GenerateDataKey"], key, because("the model is written under the key"));
        }),
    ];
}

/** For who starts, watches and stops a training. */
export function trainingNeeds(
    { role }: Program,
    holder: string | undefined,
    trainingRole: string,
    called = false,
): Need[] {
    const jobs = "arn:aws:sagemaker:{region}:{account}:training-job/fit-*";
    const actions = ["AddTags", "CreateTrainingJob", "DescribeTrainingJob", "StopTrainingJob"];
    const source = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html";
    const reason = { why: "starts, tags, watches and stops the training", source };
    return [
        ...needs(
            holder,
            actions.map((action) => `sagemaker:${action}`),
            jobs,
            { ...reason, called },
        ),
        // Step Functions' page asks for it. The worker, which starts the same jobs, is given the same.
        ...needs(holder, ["sagemaker:ListTags"], jobs, reason),
        ...needs(holder, ["iam:PassRole"], `{Role ${role(trainingRole)}}`, {
            why: "passes on the training's role",
            source,
        }),
    ];
}
