import assert from "node:assert/strict";
import { checkpointBody } from "../../../functions/unpack/job.ts";
import { jobsOf, LandingMessageError } from "../../../functions/unpack/landing-message.ts";

interface Overrides {
    eventName?: string;
    eventTime?: string;
    object?: object;
}

function record({
    eventName = "ObjectCreated:Put",
    eventTime = "2025-03-01T11:59:00.123Z",
    object = {},
}: Overrides = {}) {
    const landed = {
        key: "card-network/a+b%2B%C3%A9.csv",
        size: 5,
        eTag: "e1",
        versionId: "v1",
        sequencer: "1",
        ...object,
    };
    return { eventName, eventTime, s3: { bucket: { name: "landing" }, object: landed } };
}

function notification(...records: object[]): string {
    return JSON.stringify({ Records: records });
}

describe("a message of the landing queue", () => {
    it("names a file in one version, its key decoded", () => {
        assert.deepEqual(jobsOf(notification(record())), [
            {
                bucket: "landing",
                key: "card-network/a b+é.csv",
                version: "v1",
                versionId: "v1",
                eTag: "e1",
                receivedAt: "2025-03-01T11:59:00.123Z",
                rows: 0,
                sent: 0,
                quarantined: 0,
            },
        ]);
    });

    it("names the entity tag where there are no versions", () => {
        const [job] = jobsOf(notification(record({ object: { versionId: undefined } })));
        assert.equal(job?.version, "e1");
        assert.ok(job !== undefined && !("versionId" in job));
    });

    it("may name several files", () => {
        const keys = jobsOf(notification(record(), record({ object: { key: "iso20022/a.xml" } }))).map(
            ({ key }) => key,
        );
        assert.deepEqual(keys, ["card-network/a b+é.csv", "iso20022/a.xml"]);
    });

    it("names a file that was copied or sent in parts", () => {
        assert.equal(jobsOf(notification(record({ eventName: "s3:ObjectCreated:CompleteMultipartUpload" }))).length, 1);
    });

    it("names nothing when a file went, or a folder came", () => {
        assert.deepEqual(jobsOf(notification(record({ eventName: "ObjectRemoved:Delete" }))), []);
        assert.deepEqual(jobsOf(notification(record({ object: { key: "card-network/", size: 0 } }))), []);
    });

    it("names nothing when a marker comes, in whatever folder", () => {
        const named = (key: string) => jobsOf(notification(record({ object: { key } }))).map((job) => job.key);
        for (const name of ["_SUCCESS", ".a.csv.crc", "a.csv.tmp"])
            assert.deepEqual(named(`card-network/2026/${name}`), [], name);
        assert.deepEqual(named("_SUCCESS"), []);
        assert.deepEqual(named("_SUCCESS/a.csv"), ["_SUCCESS/a.csv"]);
    });

    it("names nothing when S3 tests the queue", () => {
        assert.deepEqual(jobsOf('{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"landing"}'), []);
    });

    it("gives back a checkpoint as it was written", () => {
        const [job] = jobsOf(notification(record()));
        assert.ok(job);
        const further = { ...job, rows: 10, sent: 8, quarantined: 2, startedAt: "2025-03-01T12:00:00.000Z" };
        assert.deepEqual(jobsOf(checkpointBody(further)), [further]);
    });

    it("gives back no checkpoint that lacks something, or counts below nothing", () => {
        const [job] = jobsOf(notification(record()));
        const { versionId: _, ...needed } = job ?? assert.fail();
        const refused = (changes: object): void =>
            assert.throws(() => jobsOf(checkpointBody({ ...needed, ...changes })), /neither a notification nor/);
        for (const name of Object.keys(needed)) refused({ [name]: undefined });
        for (const name of ["bucket", "key", "version", "eTag", "receivedAt"]) refused({ [name]: 1 });
        for (const name of ["sealedKey", "versionId", "startedAt"]) refused({ [name]: 1 });
        for (const name of ["rows", "sent", "quarantined"]) {
            for (const value of [-1, 0.5, "1"]) refused({ [name]: value });
        }
        assert.deepEqual(jobsOf(checkpointBody(needed)), [needed]);
        assert.throws(() => jobsOf(JSON.stringify({ type: "checkpoint", job: needed })), /neither/);
    });

    const foreign: { title: string; body: string; message: RegExp }[] = [
        { title: "no JSON", body: "hello", message: /not JSON/ },
        { title: "another object", body: '{"id":"x"}', message: /neither a notification nor a checkpoint/ },
        { title: "a list", body: "[]", message: /neither/ },
        {
            title: "a checkpoint with negative rows",
            body: '{"type":"unpack-checkpoint","job":{"rows":-1}}',
            message: /neither/,
        },
        {
            title: "no version at all",
            body: notification(record({ object: { versionId: undefined, eTag: undefined } })),
            message: /neither version nor entity tag/,
        },
        { title: "no time", body: notification(record({ eventTime: "today" })), message: /no time/ },
        {
            title: "a key that is not encoded",
            body: notification(record({ object: { key: "a%ZZ" } })),
            message: /not URL-encoded/,
        },
    ];
    for (const { title, body, message } of foreign) {
        it(`is refused when it is ${title}`, () => {
            assert.throws(
                () => jobsOf(body),
                (error) => {
                    assert.ok(error instanceof LandingMessageError);
                    assert.equal(error.name, "LandingMessageError");
                    assert.match(error.message, message);
                    // Only a key is said in full; of a body nothing is.
                    assert.equal(error.cause instanceof Error, error.message.includes("URL-encoded"));
                    return true;
                },
            );
        });
    }
});
