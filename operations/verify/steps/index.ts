import type { Step } from "../step.ts";
import { alarms } from "./alarms.ts";
import { alerted } from "./alerted.ts";
import { budgets } from "./budgets.ts";
import { dashboard } from "./dashboard.ts";
import { door } from "./door.ts";
import { duplicates } from "./duplicates.ts";
import { endpoint } from "./endpoint.ts";
import { exchange } from "./exchange.ts";
import { figures } from "./figures.ts";
import { files } from "./files.ts";
import { keys } from "./keys.ts";
import { locked } from "./locked.ts";
import { parked } from "./parked.ts";
import { question } from "./question.ts";
import { scored } from "./scored.ts";
import { subscriptions } from "./subscriptions.ts";
import { token } from "./token.ts";
import { warehouse } from "./warehouse.ts";
import { workflows } from "./workflows.ts";

/** In the order in which they run: what others rest on comes first. */
export const STEPS: readonly Step[] = [
    keys,
    subscriptions,
    scored,
    endpoint,
    alerted,
    duplicates,
    files,
    alarms,
    budgets,
    parked,
    question,
    locked,
    door,
    token,
    warehouse,
    dashboard,
    figures,
    exchange,
    workflows,
];
