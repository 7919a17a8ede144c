import type { ObjectReader } from "../adapters/object-reader.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { TopicPublisher } from "../adapters/topic.ts";

/** A training that is done. */
export interface Job {
    name: string;
    /** Its model, as `s3://bucket/key`. */
    artefact: string;
    /** What runs it. */
    image: string;
}

/** A proposal as people see it in the registry. */
export interface Proposal {
    job: Job;
    description: string;
    /** Figures by name; SageMaker takes 50 of at most 256 characters each. */
    metadata: Record<string, string>;
}

/** SageMaker, as far as a judge needs it. */
export interface Trainings {
    /** The newest job that is done and was begun after a time; none if there is none yet. */
    newest(after: string): Promise<Job | undefined>;
    /** The artefact of the model that serves, as `s3://bucket/key`; none while no endpoint is there. */
    champion(): Promise<string | undefined>;
    /** The version that was proposed for a job, if one was. */
    proposed(job: string): Promise<string | undefined>;
    /** Proposes a version for people to approve; answers what it is called. */
    propose(proposal: Proposal): Promise<string>;
}

export interface Ports {
    trainings: Trainings;
    /** The bucket of models. */
    model: ObjectReader & ObjectWriter;
    /** Its name: models elsewhere are not ours. */
    bucket: string;
    operations: TopicPublisher;
}
