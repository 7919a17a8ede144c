import { isCustomerKey } from "../../checks/customer-key.ts";
import { logGroupOfApplication } from "../../checks/links/links.ts";
import { APPLICATION, LOG_GROUP } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

const LOGS = "monitoringConfiguration.cloudwatchLoggingConfiguration";
const COPY = "monitoringConfiguration.managedPersistenceMonitoringConfiguration";

export const emrLogged: StackRule = {
    name: "emr-logged",
    scope: "stack",
    why: "What Spark did with the records must be on record, and nowhere without a key of ours.",
    severity: "medium",
    controls: ["pci:10.2.1", "nist:AU-12", "iso:A.8.15"],
    fix: "Name a LogGroup of the program in cloudwatchLoggingConfiguration, and switch off the copy that AWS keeps",
    types: [APPLICATION],
    check(application, judge, graph) {
        judge(application.at(`${LOGS}.enabled`), (on) => (on.flag() === true ? undefined : "is not on"));
        judge(application.at(`${LOGS}.logGroupName`), () =>
            graph.targets(application, logGroupOfApplication, LOG_GROUP).length > 0
                ? undefined
                : "is no log group of this stack",
        );
        // EMR keeps the copy unless told otherwise.
        judge(application.at(`${COPY}.enabled`), (kept) => {
            if (kept.flag() === false) return undefined;
            return isCustomerKey(application.at(`${COPY}.encryptionKeyArn`)) && "is on without a key of ours";
        });
    },
};
