import type { ActivityStore } from "../adapters/activity.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { FindingWrite, ScoreLedger } from "../adapters/score-ledger.ts";
import { isNews, isOutdated, type Judged } from "./account.ts";
import { AccountFailures } from "./account-failures.ts";
import { type AlertPorts, alertIdOf, sendAlerts } from "./alerts.ts";
import { askLater, type LaterPorts } from "./ask-later.ts";
import { type Delivery, readBatch, sortOut } from "./batch.ts";
import { compare, type Known } from "./compare.ts";
import { consult } from "./consult.ts";
import { judgeAccounts } from "./judge-accounts.ts";
import type { Model } from "./model.ts";
import { type Outcome, positive } from "./outcome.ts";
import { type AsidePorts, putAside } from "./put-aside.ts";
import { type Recorded, writeRecords } from "./records.ts";
import { failGrown } from "./rescored.ts";
import { type DoubtPorts, tellDoubts } from "./supplementary/tell-doubts.ts";

export interface Ports extends AlertPorts, LaterPorts, DoubtPorts, AsidePorts, Known {
    ledger: ScoreLedger;
    activity: ActivityStore;
    records: ObjectWriter;
    /** Left out, the rules decide alone. */
    model?: Model;
}

export interface Settings {
    /** A score of the rules from here on is an alert; above 0, at most 1. */
    alertThreshold: number;
    /** A score of the model from here on is an alert; above 0, at most 1. */
    modelThreshold: number;
    /** Alerts of one minute that go one by one. */
    alertsPerMinute: number;
}

/**
 * Scores a batch: activity, then history, then the model, then what is to be asked later, records, alerts, and last the
 * ledger.
 *
 * Any order of arrival ends the same. Everybody adds to the activity before reading it, so of two invocations that meet
 * in one account at least one sees both transactions; whoever sees a later transaction judges it again too. Rules and
 * model only grow with history, and the ledger keeps the finding of the greater revision, the one that saw more.
 *
 * Any kill is made up for by the next delivery. A row becomes `scored` as the very last effect, after the findings it
 * changed are recorded, its alert is published and what the model did not see is on its way to be asked again; until then
 * everything is done again, under the same keys and ids.
 */
export async function score(
    deliveries: readonly Delivery[],
    ports: Ports,
    settings: Settings,
    now: string,
): Promise<Outcome> {
    const failures = new Map<string, unknown>();
    const batch = readBatch(deliveries, failures);
    const rows = await ports.ledger.rows([...batch.keys()]);
    const { open, again, done } = sortOut(batch, rows, failures);
    const waiting = new Map(again.map(({ transaction, rescore = now }) => [transaction.id, rescore]));

    const accounts = new AccountFailures();
    const byHistory = await judgeAccounts([...open, ...again], ports.activity, settings.alertThreshold, accounts);
    const others = byHistory.filter(({ own }) => !own).map(({ transaction }) => transaction.id);
    for (const [id, row] of await ports.ledger.rows(others)) rows.set(id, row);
    const compared = await compare(byHistory, rows, ports, settings.alertThreshold, now);
    const { modelThreshold } = settings;
    const consulted = await consult(compared.judged, rows, waiting, ports.model, { modelThreshold, now });
    const news = consulted.judged.flatMap((one): Recorded[] => {
        const row = rows.get(one.transaction.id);
        return row !== undefined && (one.own || isNews(one.finding, row))
            ? [{ ...one, origin: row.origin, receivedAt: row.receivedAt }]
            : [];
    });

    // Before the records: one by the rules that a kill keeps from the ledger is no news to whoever asks the model next, and
    // would stand for ever as the greatest revision. The message judges it again, whatever the ledger says.
    const later = await askLater(consulted.postponed, ports, now);
    accounts.collect(consulted.postponed, later.outcomes);
    const keys = await writeRecords(news, ports.records, now);
    accounts.collect(news, keys);
    const alerting = news.filter(({ finding, transaction }) => {
        const row = rows.get(transaction.id);
        return finding.verdict === "alert" && row?.alertedAt === undefined && !(row && isOutdated(finding, row));
    });
    accounts.collect(alerting, await sendAlerts(alerting, ports, settings.alertsPerMinute, now));
    const doubtsUntold = await tellDoubts(compared.supplements.values(), ports, now);

    const alerted = new Set<Judged>(alerting);
    const writes = news.map((one, index): { one: Recorded; write: FindingWrite } => {
        const { id } = one.transaction;
        const finding = { ...one.finding, recordKey: keyOf(keys[index]) };
        const alert = alerted.has(one) ? { alertId: alertIdOf(id) } : {};
        return { one, write: { id, finding, at: now, ...alert, final: one.own } };
    });
    // The others first: a row of the batch must not become `scored` before all that it changed is written.
    for (const final of [false, true]) {
        const due = writes.filter(({ one, write }) => write.final === final && !accounts.failed(one));
        const outcomes = await ports.ledger.record(due.map(({ write }) => write));
        accounts.collect(
            due.map(({ one }) => one),
            outcomes,
        );
    }
    await failGrown(news, again, ports.activity, accounts);
    accounts.report([...open, ...again], failures);
    const quarantined = await putAside(deliveries, [...open, ...again], rows, accounts, ports, failures, now);
    const succeeded = news.filter((one) => !accounts.failed(one));
    const own = succeeded.filter(({ own, transaction }) => own && !waiting.has(transaction.id));
    const byRules = ports.model === undefined ? [] : own.filter(({ finding }) => finding.scoredBy === "rules");
    return {
        scored: own.length,
        retried: done.length,
        revised: succeeded.filter(({ own }) => !own).length,
        alerts: alerting.filter((one) => !accounts.failed(one)).length,
        ...positive({
            quarantined,
            scoredByRules: byRules.length,
            rescored: succeeded.filter(({ transaction }) => waiting.has(transaction.id)).length,
            postponed: consulted.postponed.length - later.given,
            leftToRules: later.given,
            doubtful: news.filter(({ finding }) => finding.supplementary?.doubts !== undefined).length,
            doubtsUntold,
        }),
        ...consulted.counts,
        ...(compared.unreadable > 0 && { profilesUnreadable: compared.unreadable }),
        ...(compared.ageHours !== undefined && { profileAgeHours: compared.ageHours }),
        failures,
    };
}

function keyOf(outcome: PromiseSettledResult<string> | undefined): string {
    return outcome?.status === "fulfilled" ? outcome.value : "";
}
