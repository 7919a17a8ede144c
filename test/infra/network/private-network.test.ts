import assert from "node:assert/strict";
import { BY_GATEWAY, BY_INTERFACE } from "../../../infra/network/endpoints.ts";
import { theNetwork } from "../../support/infra-parts.ts";
import { allRegistered, created, found, namesOf, recordResources, statements } from "../../support/mocks.ts";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

/** Only a service with a dot in it is named otherwise than AWS names it. */
const nameOf = (service: string): string => `net-${service.replace(".", "-")}`;

describe("PrivateNetwork", () => {
    beforeEach(async () => {
        await recordResources();
        theNetwork();
        await allRegistered();
    });

    it("has isolated subnets in each availability zone, and no NAT", () => {
        assert.deepEqual(created("awsx:ec2:Vpc", "net"), {
            numberOfAvailabilityZones: 3,
            subnetStrategy: "Auto",
            subnetSpecs: [{ type: "Isolated", cidrMask: 20 }],
            natGateways: { strategy: "None" },
            enableDnsSupport: true,
            enableDnsHostnames: true,
        });
    });

    it("takes every rule off the default security group", () => {
        assert.deepEqual(created("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "net"), {
            vpcId: "net-vpc",
            ingress: [],
            egress: [],
        });
    });

    it("logs all traffic, encrypted, for the given days", () => {
        assert.deepEqual(created("aws:ec2/flowLog:FlowLog", "net-flows"), {
            vpcId: "net-vpc",
            trafficType: "ALL",
            logDestinationType: "cloud-watch-logs",
            logDestination: "arn:cloudwatch:net-flows",
            iamRoleArn: "arn:iam:net-flows",
            maxAggregationInterval: 60,
        });
        assert.deepEqual(created("aws:cloudwatch/logGroup:LogGroup", "net-flows"), {
            kmsKeyId: "arn:kms:the-key",
            retentionInDays: 400,
            tags: { retention: "400-days" },
        });
    });

    it("lets flow logs of this account only write to that log group only, and has that permitted first", () => {
        assert.deepEqual(statements("aws:iam/role:Role", "net-flows", "assumeRolePolicy"), [
            {
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": "123456789012" },
                    ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/*" },
                },
            },
        ]);
        assert.deepEqual(statements("aws:iam/rolePolicy:RolePolicy", "net-flows"), [
            {
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resource: "arn:cloudwatch:net-flows:*",
            },
            {
                Effect: "Allow",
                Action: ["logs:DescribeLogGroups"],
                Resource: "*",
            },
        ]);
        const { dependsOn } = found("aws:ec2/flowLog:FlowLog", "net-flows");
        assert.ok(dependsOn.some((name) => name.endsWith("aws:iam/rolePolicy:RolePolicy net-flows")));
    });

    it("reaches S3 and DynamoDB by routes, the other services by addresses in each subnet", () => {
        assert.deepEqual(namesOf(ENDPOINT), [
            "net-athena",
            "net-dynamodb",
            "net-kms",
            "net-logs",
            "net-redshift-data",
            "net-s3",
            "net-sagemaker-api",
            "net-sagemaker-runtime",
            "net-secretsmanager",
            "net-sns",
            "net-sqs",
            "net-sts",
        ]);
        for (const service of Object.keys(BY_GATEWAY)) {
            const { policy, ...rest } = created(ENDPOINT, `net-${service}`);
            assert.deepEqual(rest, {
                vpcId: "net-vpc",
                serviceName: `com.amazonaws.eu-west-1.${service}`,
                vpcEndpointType: "Gateway",
                routeTableIds: ["net-table-1", "net-table-2"],
            });
        }
        for (const service of Object.keys(BY_INTERFACE)) {
            const { policy, ...rest } = created(ENDPOINT, nameOf(service));
            assert.deepEqual(rest, {
                vpcId: "net-vpc",
                serviceName: `com.amazonaws.eu-west-1.${service}`,
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                subnetIds: ["net-subnet-1", "net-subnet-2"],
                securityGroupIds: ["net-endpoints-id"],
            });
        }
    });

    it("lets nobody through an endpoint but this account, to what it owns, for what functions do", () => {
        const { sts: _, ...signed } = BY_INTERFACE;
        for (const [service, actions] of Object.entries({ ...BY_GATEWAY, ...signed })) {
            assert.deepEqual(statements(ENDPOINT, nameOf(service)), [
                {
                    Sid: "WithinThisAccount",
                    Effect: "Allow",
                    Principal: "*",
                    Action: actions,
                    Resource: "*",
                    Condition: {
                        StringEquals: {
                            "aws:PrincipalAccount": "123456789012",
                            "aws:ResourceAccount": "123456789012",
                        },
                    },
                },
            ]);
        }
    });

    it("lets a caller with a token become a role of this account, and no other", () => {
        assert.deepEqual(statements(ENDPOINT, "net-sts"), [
            {
                Sid: "ByToken",
                Effect: "Allow",
                Principal: "*",
                Action: ["sts:AssumeRoleWithWebIdentity"],
                Resource: "*",
                Condition: { StringEquals: { "aws:ResourceAccount": "123456789012" } },
            },
        ]);
    });

    it("lets functions call endpoints by HTTPS, and nothing else call anything", () => {
        assert.deepEqual(namesOf(INGRESS), ["net-endpoints"]);
        assert.deepEqual(created(INGRESS, "net-endpoints"), {
            securityGroupId: "net-endpoints-id",
            referencedSecurityGroupId: "net-functions-id",
            ...HTTPS,
        });
        const functions = { securityGroupId: "net-functions-id", ...HTTPS };
        assert.deepEqual(
            namesOf(EGRESS).map((name) => created(EGRESS, name)),
            [
                { ...functions, referencedSecurityGroupId: "net-endpoints-id" },
                { ...functions, prefixListId: "pl-net-s3" },
                { ...functions, prefixListId: "pl-net-dynamodb" },
            ],
        );
        for (const name of namesOf("aws:ec2/securityGroup:SecurityGroup")) {
            const { ingress, egress } = created("aws:ec2/securityGroup:SecurityGroup", name);
            assert.deepEqual([ingress, egress], [undefined, undefined]);
        }
    });
});
