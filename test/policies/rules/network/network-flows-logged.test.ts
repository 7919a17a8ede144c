import { networkFlowsLogged } from "../../../../policies/rules/network/network-flows-logged.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const type = "aws:ec2/vpc:Vpc";
const IT = { type, props: { id: "vpc-1" } };
const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", name: "group", props: { arn: "arn:group" } };
const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const logged = (change: object = {}) => [
    {
        type: FLOW_LOG,
        name: "log",
        props: { vpcId: "vpc-1", trafficType: "ALL", logDestination: "arn:group", ...change },
    },
    GROUP,
];

describeRule(networkFlowsLogged, [
    { ...IT, title: "accepts a network with a log of all traffic", beside: logged(), found: [] },
    { ...IT, title: "rejects a network without one", found: ["flowLog: is not set for this network"] },
    {
        ...IT,
        title: "rejects one of another network",
        beside: logged({ vpcId: "vpc-2" }),
        found: ["flowLog: is not set for this network"],
    },
    {
        ...IT,
        title: "rejects a log of refused traffic only",
        beside: logged({ trafficType: "REJECT" }),
        found: ["flowLog: leaves out accepted or refused traffic"],
    },
    {
        ...IT,
        title: "rejects an absent kind of traffic",
        beside: logged({ trafficType: undefined }),
        found: ["flowLog: leaves out accepted or refused traffic"],
    },
    {
        ...IT,
        title: "cannot decide while the kind of traffic is unknown",
        beside: logged({ trafficType: unknown }),
        found: ["trafficType is unknown"],
    },
    {
        type: FLOW_LOG,
        title: "rejects a log group from elsewhere",
        props: { logDestination: "arn:other" },
        beside: [GROUP],
        found: ["logDestination: is no log group of this stack"],
    },
    {
        type: FLOW_LOG,
        title: "rejects another kind of destination",
        props: { logDestination: "arn:group", logDestinationType: "s3" },
        beside: [GROUP],
        found: ["logDestination: is of the kind s3"],
    },
    { type: FLOW_LOG, title: "rejects no destination", found: ["logDestination: is no log group of this stack"] },
]);
