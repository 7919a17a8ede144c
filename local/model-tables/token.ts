/** Where a type is declared: `aws:sqs/queue:Queue` in `sqs/queue`, `azure-native:storage:BlobContainer` in `storage/blobContainer`. */
export function partsOfToken(token: string): { module: string; file: string; name: string } {
    const [, place = "", name = ""] = token.split(":");
    const [module = "", file = ""] = place.split("/");
    return { module: module === "index" ? "" : module, file: file || name[0]?.toLowerCase() + name.slice(1), name };
}
