import { createInterface } from "node:readline";
import { answerCalls } from "../answering.ts";
import { Cloud } from "./cloud.ts";
import { dataApi } from "./data-api.ts";
import { Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";
import { Statements } from "./statements.ts";

/**
 * A process of its own: one line of settings comes on standard input, one with the address goes out on standard output.
 * It lives until that input closes, however whoever started it ends.
 */
const lines = createInterface({ input: process.stdin });
lines.once("line", async (line) => {
    const cloud = new Cloud(JSON.parse(line));
    const postgres = openDatabase();
    // A failure to open is told to whoever asks for something.
    postgres.catch(() => undefined);
    const statements = new Statements(new Database(postgres, cloud.read));
    const { url, token } = await answerCalls(dataApi({ statements, ...cloud }));
    process.stdout.write(`${JSON.stringify({ url, token })}\n`);
});
lines.once("close", () => process.exit(0));
