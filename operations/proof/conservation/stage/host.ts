import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import type { Message } from "../cloud/message.ts";
import type { Doom } from "./storm.ts";

export type Handler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** One run of a function. */
export interface Invocation {
    messages: readonly Message[];
    /** When Lambda ends it from outside. */
    deadline: number;
    /** Calls that it made so far. */
    calls: number;
    doom: Doom | undefined;
}

/** An instance of a function, which serves one invocation at a time and keeps what it remembers between them. */
export interface Host {
    verb: string;
    /** How wrong its clock is. */
    skewMs: number;
    isDead: boolean;
    invocation: Invocation | undefined;
}
