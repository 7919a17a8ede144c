import type { ResourceTransform } from "@pulumi/pulumi";

const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";

/**
 * awsx makes an internet gateway with each network, and attaches it to that, needed or not. Left unattached, no route can lead to
 * it: AWS refuses one. See docs/decisions/0058.
 */
export const detachedGateway: ResourceTransform = ({ type, props: { vpcId, ...props }, opts }) =>
    type === INTERNET_GATEWAY ? { props, opts } : undefined;
