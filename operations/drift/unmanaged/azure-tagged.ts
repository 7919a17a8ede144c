import type { AskAzure } from "../causes/azure-client.ts";
import type { Finder, PlatformTags, Tagged } from "./tagged.ts";

interface Page {
    data?: { id?: string; type?: string }[];
    $skipToken?: string;
}

/** What carries the tags in a subscription, by Azure Resource Graph; resource groups too. */
export class AzureTagged implements Finder {
    readonly cloud = "Azure";
    readonly #ask: AskAzure;
    readonly #subscription: string;

    constructor(ask: AskAzure, subscription: string) {
        this.#ask = ask;
        this.#subscription = subscription;
    }

    async find({ platform, environment }: PlatformTags): Promise<Tagged[]> {
        const query = [
            "union Resources, (ResourceContainers | where type =~ 'microsoft.resources/subscriptions/resourcegroups')",
            `where tags['platform'] =~ ${quoted(platform)} and tags['environment'] =~ ${quoted(environment)}`,
            "project id, type",
            "order by id asc",
        ].join(" | ");
        const found: Tagged[] = [];
        let $skipToken: string | undefined;
        do {
            const page = (await this.#ask("/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01", {
                subscriptions: [this.#subscription],
                query,
                options: { resultFormat: "objectArray", ...($skipToken !== undefined && { $skipToken }) },
            })) as Page;
            for (const { id, type = "" } of page.data ?? []) {
                if (id !== undefined) found.push({ id, type, cloud: this.cloud });
            }
            $skipToken = page.$skipToken;
        } while ($skipToken !== undefined);
        return found;
    }
}

function quoted(text: string): string {
    return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
