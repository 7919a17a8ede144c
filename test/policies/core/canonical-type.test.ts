import assert from "node:assert/strict";
import { canonicalType } from "../../../policies/core/canonical-type.ts";

describe("canonicalType", () => {
    const table: [string, string][] = [
        ["aws:s3/bucket:Bucket", "aws:s3/bucket:Bucket"],
        ["aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"],
        ["aws:s3/bucketVersioningV2:BucketVersioningV2", "aws:s3/bucketVersioning:BucketVersioning"],
        ["aws:apigatewayv2/api:Api", "aws:apigatewayv2/api:Api"],
        ["azure-native:storage:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azure-native:storage/v20230101:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azure-native:storage/v20230101preview:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azure-native_storage_v20240101:storage:StorageAccount", "azure-native:storage:StorageAccount"],
        ["pulumi:providers:azure-native", "pulumi:providers:azure-native"],
        ["compliance:ingest:WorkQueue", "compliance:ingest:WorkQueue"],
    ];
    for (const [type, canonical] of table) {
        it(`takes ${type} for ${canonical}`, () => assert.equal(canonicalType(type), canonical));
    }
});
