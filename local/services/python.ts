import { join } from "node:path";
import { paths } from "../../tools/paths.mjs";

/** The Python that set-up made for the local services, with ministack in it. */
export const setUpPython = join(paths.python, "bin", "python");
