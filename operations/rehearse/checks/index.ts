import type { Check } from "../situation.ts";
import { bootstrap } from "./bootstrap.ts";
import { credentials } from "./credentials.ts";
import { dataPipeline } from "./data-pipeline.ts";
import { guardrails } from "./guardrails.ts";
import { model } from "./model.ts";
import { names } from "./names.ts";
import { preview } from "./preview.ts";
import { quotas } from "./quotas.ts";
import { settings } from "./settings.ts";
import { times } from "./times.ts";
import { tools } from "./tools.ts";

/** In the order of a first deployment. The preview is the last: on stand-ins it leaves no credentials in this process. */
export const CHECKS: readonly Check[] = [
    settings,
    credentials,
    bootstrap,
    tools,
    quotas,
    names,
    dataPipeline,
    model,
    times,
    guardrails,
    preview,
];
