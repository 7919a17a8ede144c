import type { PublishCommandInput } from "@aws-sdk/client-sns";

interface Told {
    type?: string;
    kind?: string;
    function?: string;
    count?: number;
    alertId?: string;
    alertIds?: string[];
}

/** SNS in memory: what people were told. */
export class Topics {
    /** How often each alert was told, by its id. */
    readonly alerts = new Map<string, number>();
    /** Of how many people were told, by function and kind of discrepancy; repeats count again. */
    readonly discrepancies = new Map<string, number>();

    answer(operation: string, input: object): object {
        if (operation !== "Publish") throw new Error(`this SNS does not know ${operation}`);
        const told: Told = JSON.parse((input as PublishCommandInput).Message ?? "{}");
        for (const id of told.alertIds ?? [told.alertId ?? []].flat()) {
            this.alerts.set(id, (this.alerts.get(id) ?? 0) + 1);
        }
        if (told.type === "discrepancy") {
            const what = `${told.function} ${told.kind}`;
            this.discrepancies.set(what, (this.discrepancies.get(what) ?? 0) + (told.count ?? 0));
        }
        return {};
    }
}
