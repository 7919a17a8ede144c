import type { Resource } from "../../core/resource.ts";
import { inProduction } from "./production.ts";

/** Whether the limits for restricted data apply: in production, and wherever the resource says that it holds some. */
export function holdsRestricted(resource: Resource): boolean {
    return inProduction(resource) || resource.at("tags").named("data-classification").text() === "restricted";
}
