/** What the platform is measured beside, pinned so that a ratio means the same next year. */
export const PEERS = {
    "aws-cdk": "2.1148.1",
    "aws-cdk-lib": "2.276.0",
    "cdk-nag": "3.0.2",
    constructs: "10.8.1",
} as const;
