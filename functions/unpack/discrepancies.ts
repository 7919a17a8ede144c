import { type Discrepancy, type DiscrepancyKind, discrepancy, MAX_ORIGINS } from "../../contract/discrepancy.ts";

interface Noted {
    count: number;
    origins: string[];
    detail: string;
}

/** Gathers what did not fit, so that an invocation speaks once of each kind, however many rows it concerns. */
export class Discrepancies {
    private readonly kinds = new Map<DiscrepancyKind, Noted>();

    /** The first detail of a kind is the one that is told. */
    note(kind: DiscrepancyKind, origin: string, detail: string): void {
        const noted = this.kinds.get(kind) ?? { count: 0, origins: [], detail };
        this.kinds.set(kind, noted);
        noted.count++;
        if (noted.origins.length < MAX_ORIGINS) noted.origins.push(origin);
    }

    all(): Discrepancy[] {
        return [...this.kinds].map(([kind, { count, origins, detail }]) =>
            discrepancy(kind, "unpack", origins, detail, count),
        );
    }
}
