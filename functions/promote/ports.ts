import type { Progress } from "../../contract/model/serving.ts";
import type { ObjectReader } from "../adapters/object-reader.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { TopicPublisher } from "../adapters/topic.ts";

/** A version of the model in the registry. */
export interface Version {
    arn: string;
    /** In its group; the newest has the largest. */
    number: number;
    /** Its model, as `s3://bucket/key`. */
    artefact: string;
}

/** What the endpoint says of itself. */
export interface Endpoint {
    /** As SageMaker says it, such as `InService`. */
    status: string;
    /** What it serves by. */
    configuration: string;
    /** What it is being changed to, if SageMaker says so. */
    pending?: string;
    /** Why the last change failed, if SageMaker says so. */
    failure?: string;
    /** When it was last changed, in milliseconds. */
    changedAt: number;
}

/** SageMaker, as far as a promotion needs it. */
export interface Deployments {
    /** The newest version that people have approved, as of now. */
    newestApproved(): Promise<Version | undefined>;
    /** The artefact of the model that serves, as `s3://bucket/key`; none while no endpoint is there. */
    serving(): Promise<string | undefined>;
    endpoint(): Promise<Endpoint | undefined>;
    /** Makes what the endpoint would serve the version by, or finds it; answers the configuration's name. */
    prepare(version: Version): Promise<string>;
    /** Begins to change the endpoint; false where somebody else's change of it is under way. */
    update(configuration: string): Promise<boolean>;
}

/** Another run wrote how the promotion goes since this one read it. */
export class AnotherRunError extends Error {
    override readonly name = "AnotherRunError";
}

/** How the promotion goes, for this run and the next. */
export interface ProgressStore {
    read(): Promise<Progress>;
    /** @throws AnotherRunError when it is no longer what this run read or wrote last. */
    write(progress: Progress): Promise<void>;
}

export interface Ports {
    deployments: Deployments;
    progress: ProgressStore;
    /** The bucket of models. */
    model: ObjectReader & ObjectWriter;
    /** Its name: models elsewhere are not ours. */
    bucket: string;
    operations: TopicPublisher;
    clock: { now(): number; pause(milliseconds: number): Promise<void> };
    /** When the run must be over, in milliseconds of the clock. */
    until: number;
}
