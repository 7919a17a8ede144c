import type { ActivityStore } from "../adapters/activity.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { FindingWrite, ScoreLedger } from "../adapters/score-ledger.ts";
import { isNews, type Judged } from "./account.ts";
import { AccountFailures } from "./account-failures.ts";
import { type AlertPorts, alertIdOf, sendAlerts } from "./alerts.ts";
import { type Delivery, readBatch, sortOut } from "./batch.ts";
import { compare } from "./compare.ts";
import { judgeAccounts } from "./judge-accounts.ts";
import type { Profiles } from "./profiles.ts";
import { type Recorded, writeRecords } from "./records.ts";

export interface Ports extends AlertPorts {
    ledger: ScoreLedger;
    activity: ActivityStore;
    records: ObjectWriter;
    /** Left out, transactions are scored by their history alone. */
    profiles?: Profiles;
}

export interface Settings {
    /** A score from here on is an alert; above 0, at most 1. */
    alertThreshold: number;
    /** Alerts of one minute that go one by one. */
    alertsPerMinute: number;
}

/** What became of a batch. */
export interface Outcome {
    scored: number;
    /** Scored by an earlier delivery already. */
    retried: number;
    /** Earlier transactions that came late changed what these later ones were found to be. */
    revised: number;
    alerts: number;
    /** Profiles that could not be read. */
    profilesUnreadable?: number;
    /** Hours since the end of what the current profiles cover. */
    profileAgeHours?: number;
    failures: Map<string, unknown>;
}

/**
 * Scores a batch: activity, then history, then records, alerts, and last the ledger.
 *
 * Any order of arrival ends the same. Everybody adds to the activity before reading it, so of two invocations that meet
 * in one account at least one sees both transactions; whoever sees a later transaction judges it again too. Rules only
 * grow with history, and the ledger keeps the finding of the greater revision, the one that saw more.
 *
 * Any kill is made up for by the next delivery. A row becomes `scored` as the very last effect, after the findings it
 * changed are recorded and its alert is published; until then everything is done again, under the same keys and ids.
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
    const { open, done } = sortOut(batch, rows, failures);

    const accounts = new AccountFailures();
    const byHistory = await judgeAccounts(open, ports.activity, settings.alertThreshold, accounts);
    const others = byHistory.filter(({ own }) => !own).map(({ transaction }) => transaction.id);
    for (const [id, row] of await ports.ledger.rows(others)) rows.set(id, row);
    const compared = await compare(byHistory, rows, ports.profiles, settings.alertThreshold, now);
    const news = compared.judged.flatMap((one): Recorded[] => {
        const row = rows.get(one.transaction.id);
        return row !== undefined && (one.own || isNews(one.finding, row))
            ? [{ ...one, origin: row.origin, receivedAt: row.receivedAt }]
            : [];
    });

    const keys = await writeRecords(news, ports.records, now);
    accounts.collect(news, keys);
    const alerting = news.filter(
        ({ finding, transaction }) => finding.verdict === "alert" && rows.get(transaction.id)?.alertedAt === undefined,
    );
    accounts.collect(alerting, await sendAlerts(alerting, ports, settings.alertsPerMinute, now));

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
    accounts.report(open, failures);
    const succeeded = news.filter((one) => !accounts.failed(one));
    return {
        scored: succeeded.filter(({ own }) => own).length,
        retried: done.length,
        revised: succeeded.filter(({ own }) => !own).length,
        alerts: alerting.filter((one) => !accounts.failed(one)).length,
        ...(compared.unreadable > 0 && { profilesUnreadable: compared.unreadable }),
        ...(compared.ageHours !== undefined && { profileAgeHours: compared.ageHours }),
        failures,
    };
}

function keyOf(outcome: PromiseSettledResult<string> | undefined): string {
    return outcome?.status === "fulfilled" ? outcome.value : "";
}
