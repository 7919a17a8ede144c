import type { Session } from "../session.ts";

/** What an answer needs to know of a provider: neither the wire it comes over nor the store behind it. */
export type Answering = Pick<Session, "provider" | "cloud">;

/** Which resource is asked about. */
export interface Asked {
    readonly urn: string;
    /** How often this URN was replaced. */
    readonly generation: number;
}
