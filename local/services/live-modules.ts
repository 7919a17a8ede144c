/** What the stand-ins load when services run, in one bundle. */
export { bindings } from "./bindings/index.ts";
export { localClients } from "./clients.ts";
