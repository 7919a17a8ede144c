/** Name and message of whatever was thrown, for a log or for whoever is told. */
export function errorText(error: unknown): string {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
