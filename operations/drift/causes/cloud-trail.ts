import { type CloudTrailClient, type Event, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import type { Doing, Records, Subject } from "./cause.ts";

/** What belongs to no region is recorded in this one. */
const GLOBAL_REGION = "us-east-1";
const GLOBAL = /^aws:(iam|organizations|budgets|cloudfront|route53)\//;
/** CloudTrail can be asked about no older event. */
const LONGEST_MILLISECONDS = 90 * 86_400_000;
/** An update may still be at work on a resource when the state already has it. */
const SETTLED_MILLISECONDS = 60_000;
const MOST_PAGES = 5;

interface Recorded {
    errorCode?: string;
    userIdentity?: { type?: string; arn?: string; userName?: string; invokedBy?: string };
}

export type TrailOf = (region: string) => Pick<CloudTrailClient, "send">;

/** The management events that CloudTrail keeps of an account for 90 days, whether or not there is a trail. */
export class CloudTrailRecords implements Records {
    readonly #trailOf: TrailOf;
    readonly #region: string;
    readonly #now: () => number;

    constructor(trailOf: TrailOf, region: string, now: () => number = Date.now) {
        this.#trailOf = trailOf;
        this.#region = region;
        this.#now = now;
    }

    knows(type: string): boolean {
        return type.startsWith("aws:");
    }

    async newest(subject: Subject): Promise<Doing | undefined> {
        const region = GLOBAL.test(subject.type) ? GLOBAL_REGION : (subject.region ?? this.#region);
        for (const name of subject.names) {
            const found = await this.#newestOf(this.#trailOf(region), name, subject.since);
            if (found !== undefined) return found;
        }
        return undefined;
    }

    async #newestOf(trail: Pick<CloudTrailClient, "send">, name: string, since: Date): Promise<Doing | undefined> {
        const oldest = this.#now() - LONGEST_MILLISECONDS;
        const StartTime = new Date(Math.max(since.getTime() + SETTLED_MILLISECONDS, oldest));
        let NextToken: string | undefined;
        for (let page = 0; page < MOST_PAGES; page++) {
            const answer = await trail.send(
                new LookupEventsCommand({
                    LookupAttributes: [{ AttributeKey: "ResourceName", AttributeValue: name }],
                    StartTime,
                    ...(NextToken !== undefined && { NextToken }),
                }),
            );
            // The newest come first.
            const found = (answer.Events ?? []).map(doing).find((one) => one !== undefined);
            NextToken = answer.NextToken;
            if (found !== undefined || NextToken === undefined) return found;
        }
        return undefined;
    }
}

/** What an event says of a change; nothing for one that only read, or was refused. */
function doing({ ReadOnly, EventName, EventTime, Username, CloudTrailEvent = "{}" }: Event): Doing | undefined {
    if (ReadOnly === "true" || EventTime === undefined) return undefined;
    const { errorCode, userIdentity = {} } = JSON.parse(CloudTrailEvent) as Recorded;
    if (errorCode !== undefined) return undefined;
    const { arn, userName, invokedBy, type } = userIdentity;
    // `arn:aws:sts::111111111111:assumed-role/Admin/ada` is Admin/ada to people.
    const person = arn
        ?.split(":")
        .at(-1)
        ?.replace(/^(assumed-role|user)\//, "");
    const who = person ?? userName ?? Username ?? invokedBy ?? type ?? "unknown";
    return { who, what: EventName ?? "unknown", at: EventTime.toISOString() };
}
