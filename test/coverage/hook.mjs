// Loaded into every Node process of a coverage run, before anything else.
import module from "node:module";
import "tsx/esm";
import { load } from "./load.mjs";

// Newer Nodes take hooks in this thread and ask them first; older ones know only those of a thread of their own.
// Either way the last one is asked first, so this comes after tsx.
const { registerHooks } = /** @type {{ registerHooks?: (hooks: object) => void }} */ (module);
if (registerHooks) registerHooks({ load });
else module.register("./load.mjs", import.meta.url);
