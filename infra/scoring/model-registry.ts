import { ModelPackageGroup } from "@pulumi/aws/sagemaker/modelPackageGroup.js";
import { ModelPackageGroupPolicy } from "@pulumi/aws/sagemaker/modelPackageGroupPolicy.js";
import { ComponentResource, type ComponentResourceOptions, jsonStringify, type Output } from "@pulumi/pulumi";

export interface ModelRegistryArgs {
    /** Name of the group, unique in the account and region; at most 63 letters, digits and dashes. */
    groupName: string;
    /** AWS account that owns the group, 12 digits. */
    accountId: string;
    /** AWS region of the group. */
    region: string;
    /** Whether `pulumi destroy` may delete the group with the history of its models. Default: false. */
    deletable?: boolean;
}

/** What AWS lets the policy of a group speak about. */
const ACTIONS = [
    "sagemaker:CreateModel",
    "sagemaker:DescribeModelPackage",
    "sagemaker:DescribeModelPackageGroup",
    "sagemaker:ListModelPackages",
    "sagemaker:UpdateModelPackage",
];

/** Every version of the fraud model that retraining proposes. SageMaker deploys none of them that is not approved. */
export class ModelRegistry extends ComponentResource {
    readonly groupName: Output<string>;

    constructor(name: string, args: ModelRegistryArgs, opts?: ComponentResourceOptions) {
        super("compliance:scoring:ModelRegistry", name, {}, opts);
        const { groupName, accountId, region, deletable = false } = args;

        const group = new ModelPackageGroup(
            name,
            {
                modelPackageGroupName: groupName,
                modelPackageGroupDescription:
                    "Versions of the fraud model; a person approves each before it is deployed",
            },
            { parent: this, protect: !deletable },
        );
        this.groupName = group.modelPackageGroupName;
        // The slash and star mean the versions in this one group.
        const versions = `arn:aws:sagemaker:${region}:${accountId}:model-package/${groupName}/*`;
        const resourcePolicy = jsonStringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "OnlyThisAccount",
                    Effect: "Deny",
                    Principal: "*",
                    Action: ACTIONS,
                    Resource: [group.arn, versions],
                    Condition: { StringNotEquals: { "aws:PrincipalAccount": accountId } },
                },
                {
                    // Each role of the platform carries its tag: machines propose, people approve.
                    Sid: "NoApprovalByThePlatform",
                    Effect: "Deny",
                    Principal: "*",
                    Action: ["sagemaker:UpdateModelPackage"],
                    Resource: [versions],
                    Condition: { StringEquals: { "aws:PrincipalTag/platform": "compliance-platform" } },
                },
            ],
        });
        new ModelPackageGroupPolicy(name, { modelPackageGroupName: this.groupName, resourcePolicy }, { parent: this });
        this.registerOutputs({ groupName: this.groupName });
    }
}
