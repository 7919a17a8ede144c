// Judges programs in a thread of its own, so that nothing of one that failed is left for the next. The libraries are loaded
// before there is anything to judge; what judges stays loaded while only programs change.
import { parentPort, workerData } from "node:worker_threads";
import { openJudge, openLibraries, openPrograms } from "./open-judge.mjs";

const require = openLibraries(workerData.libraries, workerData.early);
/** @type {import("../judge/judge.ts") | undefined} */
let opened;

// Listening for one message at a time: while a program runs, nothing but the program keeps the thread alive, and whoever
// waits for what never comes is noticed.
function listen() {
    parentPort?.once("message", async ({ judge, programs, assignment }) => {
        opened ??= openJudge(judge, require);
        const judgement = await opened.judge(assignment, openPrograms(programs, require).programs);
        listen();
        parentPort?.postMessage(judgement);
    });
}
listen();
