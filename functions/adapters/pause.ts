/** Lets some milliseconds pass. */
export type Pause = (ms: number) => Promise<void>;

export function pauseFor(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
}
