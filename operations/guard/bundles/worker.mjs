// Judges one program in a thread of its own, so that nothing of it is left for the next one. The libraries are loaded
// before there is anything to judge.
import { parentPort, workerData } from "node:worker_threads";
import { openJudge, openLibraries } from "./open-judge.mjs";

const require = openLibraries(workerData.libraries, workerData.early);

parentPort?.once("message", async ({ code, assignment }) => {
    const { judge } = openJudge(code, require);
    parentPort?.postMessage(await judge(assignment));
});
