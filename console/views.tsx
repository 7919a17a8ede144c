import type { ComponentType } from "preact";
import type { ViewProps } from "./view-props.ts";
import type { ViewName } from "./view-titles.ts";
import { Alerts } from "./views/alerts.tsx";
import { Books } from "./views/books.tsx";
import { DashboardView } from "./views/dashboard.tsx";
import { GuardrailsView } from "./views/guardrails.tsx";
import { ModelView } from "./views/model.tsx";
import { Overview } from "./views/overview.tsx";
import { QuarantineView } from "./views/quarantine.tsx";
import { Queues } from "./views/queues.tsx";
import { Sets } from "./views/sets.tsx";

export const VIEWS: Readonly<Record<ViewName, ComponentType<ViewProps>>> = {
    overview: Overview,
    alerts: Alerts,
    dashboard: DashboardView,
    quarantine: QuarantineView,
    queues: Queues,
    model: ModelView,
    books: Books,
    sets: Sets,
    guardrails: GuardrailsView,
};
