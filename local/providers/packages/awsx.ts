import { awsxVpc } from "../components/awsx-vpc.ts";
import type { ProviderPackage } from "../session.ts";

/** Only components, whose children the stand-in for aws creates. */
export const awsx: ProviderPackage = {
    name: "awsx",
    types: {},
    invokes: {},
    components: { "awsx:ec2:Vpc": awsxVpc },
    componentsOf: "aws",
    checkConfig: () => [],
    cloud: () => ({
        accountId: "",
        region: "",
        partition: "",
        dnsSuffix: "",
        defaultTags: {},
        subscriptionId: "",
        tenantId: "",
        location: undefined,
    }),
};
