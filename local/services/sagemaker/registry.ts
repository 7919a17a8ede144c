import { now } from "./trainings.ts";

export type Approval = "PendingManualApproval" | "Approved" | "Rejected";

/** A version of a model, as it was proposed. */
export interface ModelPackage {
    readonly group: string;
    readonly version: number;
    readonly request: Readonly<Record<string, unknown>>;
    /** `s3://bucket/key` of the packed model. */
    readonly modelDataUrl: string;
    approval: Approval;
    reason?: string | undefined;
    readonly createdAt: number;
    changedAt: number;
}

/** Groups of versions; none is ever given the number of another. */
export class Registry {
    readonly #groups = new Map<string, ModelPackage[]>();
    readonly #last = new Map<string, number>();

    make(group: string): void {
        if (!this.#groups.has(group)) this.#groups.set(group, []);
    }

    remove(group: string): void {
        this.#groups.delete(group);
    }

    /** Its versions, the newest first; nothing where there is no such group. */
    versions(group: string): ModelPackage[] | undefined {
        return this.#groups.get(group)?.toReversed();
    }

    propose(group: string, proposed: Pick<ModelPackage, "request" | "modelDataUrl" | "approval">): ModelPackage {
        const version = (this.#last.get(group) ?? 0) + 1;
        const createdAt = now();
        const made: ModelPackage = { ...proposed, group, version, createdAt, changedAt: createdAt };
        this.#last.set(group, version);
        this.#groups.get(group)?.push(made);
        return made;
    }
}
