/** A parent to kill: starts the container of the starter model and waits. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startContainer } from "../../../../../local/services/sagemaker/model-container.ts";
import { paths } from "../../../../../tools/paths.mjs";

const archive = readFileSync(join(paths.root, "model", "starter", "model.tar.gz"));
const { pid } = await startContainer({ archive, logFile: process.argv[2] ?? "" });
process.stdout.write(String(pid));
setInterval(() => undefined, 1000);
