import { DescribeAccountSubscriptionCommand, QuickSightClient } from "@aws-sdk/client-quicksight";
import { stateOf } from "../../../tools/doctor/state.mjs";
import type { Stood } from "../../changes/change.ts";
import type { Cloud } from "../../verify/cloud.ts";
import { done, fails, faultsOr, left, type Outcome } from "../outcome.ts";
import type { Check } from "../situation.ts";
import { namedIn } from "./looks.ts";

const SUBSCRIPTION = "aws:quicksight/accountSubscription:AccountSubscription";

/** What somebody else, or an earlier attempt, has already. */
export const names: Check = {
    name: "names",
    async look({ isLocal, patient, platform, account }) {
        if (isLocal) return [done("the local cloud is empty at first")];
        const { resources } = await platform();
        const chosen = namedIn(resources);
        const cloud = await account();
        if (typeof cloud === "string")
            return [left(`whether ${chosen.length} names that the program chooses are free`, cloud)];
        const state = await stateOf(patient);
        const [own] = state.flatMap(({ says }) => /: (\d+) resources, nothing pending/.exec(says)?.[1] ?? []);
        if (own !== undefined && own !== "0") return [done(`they are the stack's own, which has ${own} resources`)];
        const faults: Outcome[] = [];
        for (const one of chosen) {
            if (!(await one.isThere(cloud))) continue;
            faults.push(
                fails(
                    `the ${one.kind} ${one.name}`,
                    "is there already",
                    "If an earlier attempt left it, delete it, or take it into the state: npm run pulumi -- import.",
                ),
            );
        }
        faults.push(...(await subscription(resources, cloud)));
        return faultsOr(faults, `${chosen.length} names that the program chooses are free`);
    },
};

/** QuickSight has one subscription for each account, whose name no other customer may have. */
async function subscription(resources: readonly Stood[], cloud: Cloud): Promise<Outcome[]> {
    const wanted = resources.find(({ type }) => type === SUBSCRIPTION)?.inputs.accountName;
    if (wanted === undefined) return [];
    const which = { AwsAccountId: cloud.accountId };
    try {
        const { AccountInfo } = await cloud.of(QuickSightClient).send(new DescribeAccountSubscriptionCommand(which));
        if (
            AccountInfo?.AccountName === undefined ||
            /UNSUBSCRIBED/.test(String(AccountInfo.AccountSubscriptionStatus))
        ) {
            return [nobodyKnows(wanted)];
        }
        return [
            fails(
                "the account's subscription to QuickSight",
                `is there already, as ${AccountInfo.AccountName}`,
                "Set account.ownsQuickSight to false in the stack's settings.",
            ),
        ];
    } catch (cause) {
        if (cause instanceof Error && cause.name === "ResourceNotFoundException") return [nobodyKnows(wanted)];
        throw cause;
    }
}

function nobodyKnows(wanted: unknown): Outcome {
    return left(
        `whether another customer of QuickSight is called ${wanted}`,
        "AWS says it only when it subscribes: choose a name with the bank's own in it.",
    );
}
