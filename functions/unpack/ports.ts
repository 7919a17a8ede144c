import type { ObjectWriter } from "../adapters/objects.ts";
import type { QueueSender } from "../adapters/queue.ts";
import type { TopicPublisher } from "../adapters/topic.ts";
import type { ConventionsOf } from "./conventions.ts";
import type { Job } from "./job.ts";
import type { Limits } from "./limits.ts";
import type { KeySeal } from "./rows/key-seal.ts";
import type { TokenOf } from "./rows/row.ts";
import type { Bytes } from "./text/byte-stream.ts";

/** All that `unpack` does to the world, and all it asks of it. */
export interface Ports {
    /** The bytes of exactly the version that landed. */
    open(job: Job): Promise<Bytes>;
    bulk: QueueSender;
    landing: QueueSender;
    quarantine: ObjectWriter;
    manifests: ObjectWriter & { exists(key: string): Promise<boolean> };
    discrepancies: TopicPublisher;
    tokenOf: TokenOf;
    seal: KeySeal;
    now(): Date;
    /** Until the invocation is ended from outside. */
    remainingMs(): number;
    /** Hours after which a file that is not done is given up and parked, however far it came. */
    loopHours: number;
    limits: Limits;
    /** What the file's source means where it could mean two things; absent, nothing is configured. */
    conventions?: ConventionsOf;
}
