import type { Rule } from "../../core/rule.ts";
import { lambdaConsumerConcurrency } from "./lambda-consumer-concurrency.ts";
import { lambdaEnvironmentEncrypted } from "./lambda-environment-encrypted.ts";
import { lambdaEventResultHeard } from "./lambda-event-result-heard.ts";
import { lambdaInNetwork } from "./lambda-in-network.ts";
import { lambdaLogGroup } from "./lambda-log-group.ts";
import { lambdaLoopsBounded } from "./lambda-loops-bounded.ts";
import { lambdaNoSecrets } from "./lambda-no-secrets.ts";
import { lambdaNoThrottledConsumer } from "./lambda-no-throttled-consumer.ts";
import { lambdaNotPublic } from "./lambda-not-public.ts";
import { lambdaOutsideReadsNothing } from "./lambda-outside-reads-nothing.ts";
import { lambdaPartialFailures } from "./lambda-partial-failures.ts";
import { lambdaPlainEnvironment } from "./lambda-plain-environment.ts";
import { lambdaSupportedRuntime } from "./lambda-supported-runtime.ts";
import { lambdaTraced } from "./lambda-traced.ts";
import { lambdaWatched } from "./lambda-watched.ts";

/** Functions and what calls them. */
export const lambdaRules: readonly Rule[] = [
    lambdaConsumerConcurrency,
    lambdaEnvironmentEncrypted,
    lambdaEventResultHeard,
    lambdaInNetwork,
    lambdaLogGroup,
    lambdaLoopsBounded,
    lambdaNoSecrets,
    lambdaNoThrottledConsumer,
    lambdaNotPublic,
    lambdaOutsideReadsNothing,
    lambdaPartialFailures,
    lambdaPlainEnvironment,
    lambdaSupportedRuntime,
    lambdaTraced,
    lambdaWatched,
];
