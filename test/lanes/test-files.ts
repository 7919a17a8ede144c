import { readdirSync } from "node:fs";
import { join } from "node:path";
import { MEASURED } from "../coverage/measured.mjs";

/** Every test file below `test`, from the root of the repository. */
export function testFiles(root: string): string[] {
    const found = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" });
    return found.filter((file) => file.endsWith(".test.ts")).map((file) => join("test", file));
}

/** Whether coverage is measured while it runs. */
export function isMeasured(file: string): boolean {
    return MEASURED.some((folder) => file.startsWith(join("test", folder, "/")));
}
