import {
    type BucketLocationConstraint,
    CreateBucketCommand,
    DeleteBucketCommand,
    DeleteObjectsCommand,
    ListObjectVersionsCommand,
    S3Client,
} from "@aws-sdk/client-s3";
import { text } from "./inputs.ts";
import { type Keeping, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        // In us-east-1 a bucket has no location, and naming it is an error.
        const LocationConstraint = clients.region as BucketLocationConstraint;
        await unlessPresent(
            clients.of(S3Client).send(
                new CreateBucketCommand({
                    Bucket: text(resource, "bucket"),
                    ObjectLockEnabledForBucket: resource.inputs.objectLockEnabled === true,
                    ...(clients.region === "us-east-1" ? {} : { CreateBucketConfiguration: { LocationConstraint } }),
                }),
            ),
        );
    },
    async remove(resource, clients) {
        const Bucket = text(resource, "bucket");
        await empty(clients.of(S3Client), Bucket);
        await clients.of(S3Client).send(new DeleteBucketCommand({ Bucket }));
    },
};

/** The local cloud is disposable: every version goes, whatever the program says about keeping it. */
async function empty(s3: S3Client, Bucket: string): Promise<void> {
    for (;;) {
        const page = await s3.send(new ListObjectVersionsCommand({ Bucket }));
        const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({
            Key,
            VersionId,
        }));
        if (Objects.length === 0) {
            return;
        }
        const { Errors = [] } = await s3.send(disposing(new DeleteObjectsCommand({ Bucket, Delete: { Objects } })));
        if (Errors.length > 0) {
            throw new Error(`Bucket ${Bucket} cannot be emptied: ${Errors[0]?.Key}: ${Errors[0]?.Message}`);
        }
    }
}

/** What the launcher's correction `locked-objects` takes as leave to delete what is locked. */
function disposing(command: DeleteObjectsCommand): DeleteObjectsCommand {
    command.middlewareStack.add(
        (next) => (args) => {
            (args.request as { headers: Record<string, string> }).headers["x-local-services-dispose"] = "true";
            return next(args);
        },
        { step: "build" },
    );
    return command;
}
