/** How much is measured; `HOT_PATH_FILES=2000 npm run bench -- hot-path` measures less. */
export const sizes = {
    /** Transactions of the large file. */
    files: numberOf("HOT_PATH_FILES", 20_000),
    /** Live messages of one round. */
    live: numberOf("HOT_PATH_LIVE", 2000),
    /** Rounds, each of the floor and of the stream in turn. */
    rounds: numberOf("HOT_PATH_ROUNDS", 3),
};

function numberOf(name: string, usual: number): number {
    const value = Number(process.env[name] ?? usual);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`${name} must be a whole number above 0, got "${process.env[name]}"`);
}
