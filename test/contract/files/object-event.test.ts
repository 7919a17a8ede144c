import assert from "node:assert/strict";
import { isNotification, newObjects, ObjectKeyError } from "../../../contract/files/object-event.ts";

const AT = "2026-03-02T12:00:00.000Z";
const noted = (object: Record<string, unknown>, eventName = "ObjectCreated:Put") => ({
    eventName,
    eventTime: AT,
    s3: { bucket: { name: "landing" }, object: { key: "a.csv", ...object } },
});
const objectsOf = (...Records: unknown[]) => newObjects({ Records });
const found = { bucket: "landing", key: "a.csv", eTag: "", at: AT };

describe("the new objects that S3 tells of", () => {
    it("are where they lie, which version they are and when they came", () => {
        assert.deepEqual(objectsOf(noted({ eTag: "e", versionId: "v1", size: 7 })), [
            { ...found, eTag: "e", versionId: "v1" },
        ]);
    });

    it("have no version where the bucket has none", () => assert.deepEqual(objectsOf(noted({})), [found]));

    it("are all of a message, by whatever name their creation goes", () => {
        const all = [noted({ key: "a" }), noted({ key: "b" }, "s3:ObjectCreated:Copy")];
        assert.deepEqual(
            objectsOf(...all)?.map(({ key }) => key),
            ["a", "b"],
        );
    });

    it("are none that went, were restored or only sound so", () => {
        for (const name of [
            "ObjectRemoved:Delete",
            "ObjectRestore:Post",
            "x:ObjectCreated:Put",
            "xs3:ObjectCreated:Put",
        ]) {
            assert.deepEqual(objectsOf(noted({}, name)), [], name);
        }
    });

    it("are no folders of a console, but any file that ends in a slash or is empty", () => {
        assert.deepEqual(objectsOf(noted({ key: "2026/", size: 0 })), []);
        assert.deepEqual(objectsOf(noted({ key: "2026/", size: 1 })), [{ ...found, key: "2026/" }]);
        assert.deepEqual(objectsOf(noted({ key: "/2026", size: 0 })), [{ ...found, key: "/2026" }]);
        assert.deepEqual(objectsOf(noted({ key: "2026/" })), [{ ...found, key: "2026/" }]);
    });

    it("have their key as it was written", () => {
        assert.deepEqual(objectsOf(noted({ key: "a+b%2Bc/%C3%A4.csv" })), [{ ...found, key: "a b+c/ä.csv" }]);
    });

    it("are none in the event that S3 sends to try the way", () => {
        assert.deepEqual(newObjects({ Event: "s3:TestEvent", Bucket: "landing" }), []);
        assert.equal(newObjects({ Event: "s3:Another" }), undefined);
    });

    it("come in a notification, which its test event is not", () => {
        assert.equal(isNotification({ Records: [noted({})] }), true);
        assert.equal(isNotification({ Event: "s3:TestEvent" }), false);
        assert.equal(isNotification({ Records: [{}] }), false);
    });

    it("are not known of a message that S3 did not send", () => {
        const without = [{ eventName: 1 }, { eventTime: undefined }, { s3: {} }, { s3: { bucket: {}, object: {} } }];
        for (const changes of without) assert.equal(objectsOf({ ...noted({}), ...changes }), undefined);
        const { s3, ...rest } = noted({});
        for (const changed of [
            { ...s3, bucket: {} },
            { ...s3, object: {} },
            { ...s3, object: { ...s3.object, size: "1" } },
            { ...s3, object: { ...s3.object, eTag: 1 } },
            { ...s3, object: { ...s3.object, versionId: 1 } },
        ]) {
            assert.equal(objectsOf({ ...rest, s3: changed }), undefined, JSON.stringify(changed));
        }
        for (const value of [undefined, null, "x", {}, { Records: {} }, []]) assert.equal(newObjects(value), undefined);
    });

    it("are refused with a key that is written as none is, and that says so", () => {
        assert.throws(
            () => objectsOf(noted({ key: "100%" })),
            (error) => {
                assert.ok(error instanceof ObjectKeyError);
                assert.deepEqual(
                    [error.name, error.message],
                    ["ObjectKeyError", "the notification's key is not URL-encoded"],
                );
                assert.ok(error.cause instanceof URIError);
                return true;
            },
        );
    });
});
