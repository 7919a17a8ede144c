import { networkEndpointOfAws } from "../../../../policies/rules/network/network-endpoint-of-aws.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(networkEndpointOfAws, [
    ...[
        "com.amazonaws.eu-west-1.s3",
        "com.amazonaws.eu-west-1.sagemaker.runtime",
        "aws.sagemaker.eu-west-1.notebook",
    ].map((serviceName) => ({ title: `accepts ${serviceName}`, props: { serviceName }, found: [] })),
    {
        title: "rejects what somebody offers",
        props: { serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0" },
        found: ["serviceName: is com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0, no service of AWS itself"],
    },
    {
        title: "rejects another region",
        props: { serviceName: "com.amazonaws.us-east-1.s3" },
        found: ["serviceName: is in us-east-1, in which nothing of ours may be"],
    },
    {
        title: "rejects an endpoint of nothing",
        props: {},
        found: ["serviceName: is not set, no service of AWS itself"],
    },
    {
        title: "rejects what others share",
        props: { serviceName: "com.amazonaws.eu-west-1.s3", serviceNetworkArn: "arn:one", serviceRegion: "us-east-1" },
        found: [
            "serviceNetworkArn: leads to what another account offers or to another region",
            "serviceRegion: leads to what another account offers or to another region",
        ],
    },
    { title: "cannot decide while it is unknown", props: { serviceName: unknown }, found: ["serviceName is unknown"] },
]);
