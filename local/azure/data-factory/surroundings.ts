/** What a Data Factory has around it. */
export interface Surroundings {
    /** A token of one of the factory's identities: of its own, or of the one a credential names by its resource id. */
    tokenFor(identity: string | undefined, resource: string): Promise<string>;
    /** Sends a request to an https address, wherever that answers here. */
    send(request: Sent): Promise<Received>;
    /** Waits between attempts, and as long as an activity may take; ends early when the run is called off. */
    pause(ms: number, signal: AbortSignal): Promise<void>;
}

export interface Sent {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly signal: AbortSignal;
}

export interface Received {
    readonly status: number;
    readonly text: string;
}

/** An activity that failed, with the code that Data Factory would show. */
export class ActivityFault extends Error {
    readonly code: string;

    constructor(code: string, message: string) {
        super(message);
        this.code = code;
    }
}
