/** Parts of one hour in the ledger's index: one takes a thousand writes a second, and a large file comes within an hour. */
const PARTS = 16;

/** Where the ledger's index has a transaction: the hour in which it came, and a part of it that its id decides. */
export function arrivalOf(receivedAt: string, id: string): string {
    let hash = 0;
    for (let index = 0; index < id.length; index++) hash = (hash * 31 + id.charCodeAt(index)) | 0;
    return arrival(hourOf(receivedAt), (hash >>> 0) % PARTS);
}

/** Where it has all transactions of an hour. */
export function arrivalsOf(hour: string): string[] {
    return Array.from({ length: PARTS }, (_, part) => arrival(hour, part));
}

/** `YYYY-MM-DDTHH` of a canonical time. */
export function hourOf(time: string): string {
    return time.slice(0, 13);
}

function arrival(hour: string, part: number): string {
    return `${hour}#${part.toString(16)}`;
}
