/** Who did what to a resource, by the records of its cloud. */
export interface Doing {
    who: string;
    /** The operation in the cloud's words, such as `SetQueueAttributes`. */
    what: string;
    at: string;
}

/** A resource whose doer is asked for. */
export interface Subject {
    type: string;
    id: string;
    /** Names and ARNs under which the records may know it, the surest first. */
    names: readonly string[];
    /** Region of AWS that it is in, as far as it says so. */
    region: string | undefined;
    /** What happened before is in the state. */
    since: Date;
}

/** The records of one cloud. */
export interface Records {
    /** Whether they are about resources of this type. */
    knows(type: string): boolean;
    /** The newest change, if they have one. */
    newest(subject: Subject): Promise<Doing | undefined>;
}

export type Cause = ({ known: true } & Doing) | { known: false; why: string };

/** More in one run are not asked about: CloudTrail answers two questions a second. */
const MOST_ASKED = 40;

/** Asks the clouds who did it. That they do not know, or may not be asked, is an answer: the finding stands without. */
export class Causes {
    private readonly records: readonly Records[];
    private asked = 0;

    constructor(records: readonly Records[]) {
        this.records = records;
    }

    async of(subject: Subject): Promise<Cause> {
        const records = this.records.find((one) => one.knows(subject.type));
        if (records === undefined) return { known: false, why: "no records of this cloud are read" };
        if (++this.asked > MOST_ASKED) return { known: false, why: `only ${MOST_ASKED} are asked about in one run` };
        try {
            const doing = await records.newest(subject);
            return doing === undefined
                ? { known: false, why: "the records have no change yet" }
                : { known: true, ...doing };
        } catch (error) {
            const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
            return { known: false, why: `the records could not be read (${reason.split("\n")[0]})` };
        }
    }
}
