import { Bars } from "../parts/bars.tsx";
import { Figure } from "../parts/figure.tsx";
import { Versions } from "../parts/versions.tsx";
import type { ViewProps } from "../view-props.ts";
import { count, share } from "../words.ts";

export function ModelView({ state: { model, counts }, token }: ViewProps) {
    const { scores, byChannel, decided, quality, report, registry } = model;
    const said = decided.fraud + decided.legitimate;
    return (
        <>
            <dl class="figures">
                <Figure
                    name="Scored by the model"
                    value={share(counts.byModel, counts.scored)}
                    note={`${count(counts.byRules)} by the rules, which stand in`}
                />
                <Figure
                    name="Alerts that analysts call fraud"
                    value={share(decided.fraud, said)}
                    note={`of ${count(said)} decided`}
                />
                {quality && (
                    <>
                        <Figure
                            name="Fraud that was alerted"
                            value={share(quality.fraudAlerted, quality.fraud)}
                            note={`${count(quality.fraudAlerted)} of ${count(quality.fraud)}, by the labels of the samples`}
                        />
                        <Figure
                            name="Alerts that are fraud"
                            value={share(quality.fraudAlerted, quality.alerts)}
                            note={`${count(quality.fraudAlerted)} of ${count(quality.alerts)}, by the labels of the samples`}
                        />
                    </>
                )}
            </dl>
            {registry && <Versions registry={registry} token={token} />}
            <Bars
                caption="Scores in the warehouse"
                unit="Score|Transactions"
                part="Alerts"
                bars={scores.map(({ from, transactions, alerts }) => ({
                    name: `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
                    value: transactions,
                    part: alerts,
                }))}
            />
            <Bars
                caption="Fraud rate by channel, in the warehouse"
                unit="Channel|Transactions"
                part="Alerts"
                bars={byChannel.map(({ channel, transactions, alerts }) => ({
                    name: channel,
                    value: transactions,
                    part: alerts,
                }))}
            />
            <table>
                <caption>The starter model on people it had not learnt from, when 2 % are looked at</caption>
                <thead>
                    <tr>
                        <th scope="col">Scorer</th>
                        <th scope="col" class="number">
                            Average precision
                        </th>
                        <th scope="col" class="number">
                            Recall
                        </th>
                        <th scope="col" class="number">
                            Precision
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {report.map(({ scorer, averagePrecision, recall, precision }) => (
                        <tr key={scorer}>
                            <th scope="row">{scorer}</th>
                            <td class="number">{averagePrecision.toFixed(3)}</td>
                            <td class="number">{share(recall, 1)}</td>
                            <td class="number">{share(precision, 1)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </>
    );
}
