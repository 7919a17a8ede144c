/**
 * One token for all forms of a type: `aws:s3/bucketV2:BucketV2` is `aws:s3/bucket:Bucket` by another name, and
 * azure-native puts an API version in front of the class when a program asks for one.
 */
export function canonicalType(type: string): string {
    if (type.startsWith("aws:")) return type.replace(/V2(?=:|$)/g, "");
    if (!type.startsWith("azure-native")) return type;
    return type.replace(/^azure-native_(\w+?)_v\d+\w*:/, "azure-native:").replace(/\/v\d+\w*:/, ":");
}
