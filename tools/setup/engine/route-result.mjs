/** @typedef {import("../engine-record.mjs").EngineRecord} EngineRecord */
/**
 * What one route to an engine comes to: the engine, or why it is none.
 * @typedef {{ engine: Pick<EngineRecord, "route" | "binary" | "version"> } | { reason: string }} RouteResult
 */

export {};
