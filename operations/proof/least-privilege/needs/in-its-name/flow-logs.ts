import { type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";

const FLOWS = "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html";

/** What writes the log of the network does in the name of its role. */
export function byFlowLogs({ ofType, role, names }: Program): Need[] {
    return ofType("aws:ec2/flowLog:FlowLog").flatMap(({ props }) => {
        const because = { why: "the network's log is written", source: FLOWS };
        const streams = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];
        return [
            ...needs(role(props.iamRoleArn), streams, `${names.plain(text(props, "logDestination"))}:*`, because),
            ...needs(role(props.iamRoleArn), ["logs:DescribeLogGroups"], "*", because),
        ];
    });
}
