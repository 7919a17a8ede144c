import assert from "node:assert/strict";
import type { CloudTrailClient, Event, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { Causes, type Subject } from "../../../../operations/drift/causes/cause.ts";
import { CloudTrailRecords } from "../../../../operations/drift/causes/cloud-trail.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const subject: Subject = {
    type: "aws:sqs/queue:Queue",
    id: "https://sqs.eu-west-1.amazonaws.com/111111111111/bulk",
    names: ["https://sqs.eu-west-1.amazonaws.com/111111111111/bulk", "arn:aws:sqs:eu-west-1:111111111111:bulk"],
    region: "eu-west-1",
    since: new Date("2026-02-28T12:00:00Z"),
};

/** As CloudTrail answers: the whole event is a text in it. */
function event(EventName: string, at: string, inside: object = {}, changes: Partial<Event> = {}): Event {
    const arn = "arn:aws:sts::111111111111:assumed-role/Admin/ada@bank.example";
    return {
        EventId: "1",
        EventName,
        ReadOnly: "false",
        EventTime: new Date(at),
        EventSource: "sqs.amazonaws.com",
        Username: "ada@bank.example",
        CloudTrailEvent: JSON.stringify({
            eventVersion: "1.11",
            userIdentity: { type: "AssumedRole", arn },
            ...inside,
        }),
        ...changes,
    };
}

function trail(pages: Record<string, Event[][]>) {
    const asked: { region: string; input: LookupEventsCommand["input"] }[] = [];
    const trailOf = (region: string) => ({
        send: (async ({ input }: LookupEventsCommand) => {
            asked.push({ region, input });
            const all = pages[input.LookupAttributes?.[0]?.AttributeValue ?? ""] ?? [];
            const page = Number(input.NextToken ?? 0);
            const more = page + 1 < all.length;
            return { Events: all[page] ?? [], ...(more && { NextToken: String(page + 1) }) };
        }) as unknown as CloudTrailClient["send"],
    });
    return { asked, records: new CloudTrailRecords(trailOf, "eu-west-1", () => NOW) };
}

const [id = "", arn = ""] = subject.names;

describe("who did it, by CloudTrail", () => {
    it("is whoever changed the resource last", async () => {
        const { records } = trail({
            [id]: [
                [
                    event("GetQueueAttributes", "2026-03-01T11:00:00Z", {}, { ReadOnly: "true" }),
                    event("SetQueueAttributes", "2026-03-01T10:00:00Z"),
                    event("TagQueue", "2026-03-01T09:00:00Z"),
                ],
            ],
        });
        assert.deepEqual(await records.newest(subject), {
            who: "Admin/ada@bank.example",
            what: "SetQueueAttributes",
            at: "2026-03-01T10:00:00.000Z",
        });
    });

    it("is asked by each name of the resource, and on every page", async () => {
        const { records, asked } = trail({
            [arn]: [
                [event("SetQueueAttributes", "2026-03-01T11:00:00Z", { errorCode: "AccessDenied" })],
                [event("SetQueueAttributes", "2026-03-01T10:00:00Z")],
            ],
        });
        assert.equal((await records.newest(subject))?.at, "2026-03-01T10:00:00.000Z");
        assert.deepEqual(
            asked.map(({ input }) => [input.LookupAttributes?.[0]?.AttributeValue, input.NextToken]),
            [
                [id, undefined],
                [arn, undefined],
                [arn, "1"],
            ],
        );
    });

    it("is nobody when a change was refused, or nobody changed anything", async () => {
        const refused = event("SetQueueAttributes", "2026-03-01T10:00:00Z", { errorCode: "AccessDenied" });
        assert.equal(await trail({ [id]: [[refused]] }).records.newest(subject), undefined);
        assert.equal(await trail({}).records.newest(subject), undefined);
    });

    for (const [who, identity] of [
        ["grace", { type: "IAMUser", arn: "arn:aws:iam::111111111111:user/grace", userName: "grace" }],
        ["root", { type: "Root", arn: "arn:aws:iam::111111111111:root" }],
        ["autoscaling.amazonaws.com", { type: "AWSService", invokedBy: "autoscaling.amazonaws.com" }],
    ] as const) {
        it(`may be ${who}`, async () => {
            const done = event("SetQueueAttributes", "2026-03-01T10:00:00Z", { userIdentity: identity });
            const { Username: _, ...event_ } = done;
            assert.equal((await trail({ [id]: [[event_]] }).records.newest(subject))?.who, who);
        });
    }

    it("is asked of no event that the state has already, and of none older than CloudTrail keeps", async () => {
        const { records, asked } = trail({});
        await records.newest(subject);
        await records.newest({ ...subject, since: new Date(0) });
        assert.deepEqual(asked[0]?.input.StartTime, new Date("2026-02-28T12:01:00Z"));
        assert.deepEqual(asked.at(-1)?.input.StartTime, new Date("2025-12-01T12:00:00Z"));
    });

    it("is asked in the region where global services are recorded, for those", async () => {
        const { records, asked } = trail({});
        await records.newest({ ...subject, type: "aws:iam/role:Role", names: ["score"] });
        await records.newest({ ...subject, names: ["bulk"], region: "eu-central-1" });
        assert.deepEqual(
            asked.map(({ region }) => region),
            ["us-east-1", "eu-central-1"],
        );
    });

    it("is unknown, with the reason, when the records may not be read", async () => {
        const refuse = () => ({
            send: (() => {
                throw Object.assign(new Error("no lookups"), { name: "AccessDeniedException" });
            }) as unknown as CloudTrailClient["send"],
        });
        const causes = new Causes([new CloudTrailRecords(refuse, "eu-west-1")]);
        assert.deepEqual(await causes.of(subject), {
            known: false,
            why: "the records could not be read (AccessDeniedException: no lookups)",
        });
    });

    it("is not asked of records of another cloud, nor for more than 40 resources in a run", async () => {
        const { records, asked } = trail({});
        const causes = new Causes([records]);
        assert.deepEqual(await causes.of({ ...subject, type: "azuread:index/application:Application" }), {
            known: false,
            why: "no records of this cloud are read",
        });
        for (let count = 0; count < 45; count++) await causes.of({ ...subject, names: ["bulk"] });
        assert.equal(asked.length, 40);
    });
});
