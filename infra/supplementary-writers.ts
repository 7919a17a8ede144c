import * as z from "zod/mini";
import { guid, matching } from "./written.ts";

/** Who puts supplementary data onto Azure, as known by the firewall and by Entra. */
export type Writer = z.infer<typeof Writer>;

const LIST = "a list of writers, each with its own name; left out or [] for none";

const Writer = z.strictObject({
    /** Unique; the assignment of its role is called by it. */
    name: matching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case words joined by dashes"),
    /** Object id of its managed identity in Entra. */
    principalId: guid,
    /** The one resource that it writes from, since the firewall knows resources and no identities. */
    resourceId: matching(
        /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w().-]+\/providers\/[\w.]+(\/[\w.-]+)+$/i,
        "the id of one resource on Azure, such as that of the bank's Data Factory",
    ),
});

export const Writers = z
    .array(Writer, { error: LIST })
    .check(z.refine((all) => new Set(all.map(({ name }) => name)).size === all.length, { error: LIST }));
