export interface CircuitSettings {
    /** Failures in a row from which nothing is tried any more. */
    failures: number;
    /** Milliseconds until one attempt is let through, and then the next. */
    pauseMs: number;
}

/**
 * Spares the wait for what keeps failing. Closed, everything is tried; after some failures in a row it opens, and only
 * one attempt in each pause is let through. The first that succeeds closes it.
 */
export class Circuit {
    readonly #settings: CircuitSettings;
    #failures = 0;
    #openUntil = Number.NEGATIVE_INFINITY;

    constructor(settings: CircuitSettings) {
        this.#settings = settings;
    }

    /** Whether to try now, in milliseconds of any clock that does not go backwards. Who is let through must report. */
    allows(at: number): boolean {
        if (this.#failures < this.#settings.failures) return true;
        if (at < this.#openUntil) return false;
        this.#openUntil = at + this.#settings.pauseMs;
        return true;
    }

    succeeded(): void {
        this.#failures = 0;
    }

    failed(at: number): void {
        this.#failures++;
        this.#openUntil = at + this.#settings.pauseMs;
    }
}
