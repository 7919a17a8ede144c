import type { Input } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { grantDisks, type Place } from "./model-role.ts";

export interface Promotion extends Place {
    /** Group of the versions, and name of the endpoint; what is made for it begins with it. */
    name: string;
    /** What the machines may do. */
    roleArn: Input<string>;
    /** Customer-managed key of the disks. */
    key: PlatformKey;
    /** Whether the machines are in our network, without a way to call anybody. */
    isolated: boolean;
}

/** For a role that puts approved versions behind the endpoint. It can approve none, and pass on no other role. */
export function grantPromote({ accountId, region, name, roleArn, key, isolated }: Promotion): Grant[] {
    const ours = `arn:aws:sagemaker:${region}:${accountId}`;
    const allow = (Resource: Input<string>, Action: string[], Condition?: Grant["Condition"]): Grant => ({
        Effect: "Allow",
        Action: Action.map((action) => `sagemaker:${action}`),
        Resource,
        ...(Condition && { Condition }),
    });
    // The star means numbers of versions, and what marks each form of it.
    const [models, configurations] = [`${ours}:model/${name}-v*`, `${ours}:endpoint-config/${name}-v*`];
    const versions = `${ours}:model-package/${name}/*`;
    return [
        // A list is of the versions in it, as far as permissions go, and to make a model of one is asked of it too.
        allow(versions, ["CreateModel", "DescribeModelPackage", "ListModelPackages"]),
        // The first ones have names that the program made up.
        allow(`${ours}:endpoint-config/*`, ["DescribeEndpointConfig"]),
        allow(`${ours}:model/*`, ["DescribeModel"]),
        allow(models, ["CreateModel"], isolated ? { Bool: { "sagemaker:NetworkIsolation": "true" } } : undefined),
        allow(configurations, ["CreateEndpointConfig"], { ArnEquals: { "sagemaker:VolumeKmsKeyArn": key.arn } }),
        allow(models, ["AddTags"]),
        allow(configurations, ["AddTags", "UpdateEndpoint"]),
        allow(`${ours}:endpoint/${name}`, ["DescribeEndpoint", "UpdateEndpoint"]),
        {
            Effect: "Allow",
            Action: ["iam:PassRole"],
            Resource: roleArn,
            Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
        },
        // SageMaker asks for the disks of the new machines in the name of who changes the endpoint.
        ...grantDisks(key),
    ];
}
