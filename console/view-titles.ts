/** The views in their order, each by the name it has in the address. */
export const VIEW_TITLES = [
    { name: "overview", title: "Overview" },
    { name: "alerts", title: "Alerts" },
    { name: "dashboard", title: "Dashboard" },
    { name: "quarantine", title: "Quarantine" },
    { name: "queues", title: "Queues" },
    { name: "model", title: "Model" },
    { name: "books", title: "Books" },
    { name: "sets", title: "Sets from Azure" },
    { name: "guardrails", title: "Guardrails" },
] as const;

export type ViewName = (typeof VIEW_TITLES)[number]["name"];

export function titleOf(name: ViewName): string {
    return VIEW_TITLES.find((view) => view.name === name)?.title ?? "";
}

export function viewIn(hash: string): ViewName {
    const name = hash.replace(/^#\//, "");
    return VIEW_TITLES.find((view) => view.name === name)?.name ?? "overview";
}
