export const QUEUE = "aws:sqs/queue:Queue";
export const BUCKET = "aws:s3/bucket:Bucket";
export const TOPIC = "aws:sns/topic:Topic";

export function urnOf(type: string, name: string): string {
    return `urn:pulumi:dev::platform::${type}::${name}`;
}
