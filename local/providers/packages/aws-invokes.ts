import type { Invoke } from "../session.ts";

/** Zones that a region's customers see, where they are not the first three letters. */
const ZONES: Readonly<Record<string, string>> = { "ap-northeast-1": "acd", "us-east-1": "abcdef", "us-west-1": "bc" };

/** Questions that programs ask AWS itself. The answers are those of an account with nothing special about it. */
export const awsInvokes: Readonly<Record<string, Invoke>> = {
    "aws:index/getCallerIdentity:getCallerIdentity": (_args, { accountId, partition }) => ({
        accountId,
        arn: `arn:${partition}:iam::${accountId}:role/local-stand-in`,
        id: accountId,
        userId: "AROALOCALSTANDIN00000:local",
    }),
    "aws:index/getRegion:getRegion": ({ region: asked }, { region, dnsSuffix }) => {
        const answer = typeof asked === "string" ? asked : region;
        return {
            region: answer,
            name: answer,
            id: answer,
            description: answer,
            endpoint: `ec2.${answer}.${dnsSuffix}`,
        };
    },
    "aws:index/getAvailabilityZones:getAvailabilityZones": ({ region: asked }, { region }) => {
        const place = typeof asked === "string" ? asked : region;
        const names = [...(ZONES[place] ?? "abc")].map((zone) => `${place}${zone}`);
        return { id: place, region: place, names, groupNames: [place] };
    },
    "aws:index/getPartition:getPartition": (_args, { partition, dnsSuffix }) => ({
        partition,
        dnsSuffix,
        reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
        id: partition,
    }),
};
