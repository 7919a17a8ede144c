import { hostsOurs } from "../../../../policies/rules/foreign/hosts-ours.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const LINKED = "azure-native:datafactory:LinkedService";
const PIPELINE = "azure-native:datafactory:Pipeline";
const FUNCTION = "aws:lambda/function:Function";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const DOOR = "https://e4d391f71f.execute-api.eu-west-1.amazonaws.com";
const API = { type: "aws:apigatewayv2/api:Api", name: "api", props: { id: "e4d391f71f" } };
const STORE = { type: "azure-native:storage:StorageAccount", name: "store", props: { accountName: "exchange1" } };
const TOGETHER = "puts the name of its host together, so that nobody sees where it leads";
const call = (value: string) => ({ activities: [{ type: "WebActivity", url: { value, type: "Expression" } }] });

describeRule(hostsOurs, [
    {
        title: "accepts the door of this program",
        type: LINKED,
        props: { properties: { url: DOOR } },
        beside: [API],
        found: [],
    },
    {
        title: "accepts the store of this program",
        type: LINKED,
        props: { properties: { serviceEndpoint: "https://exchange1.blob.core.windows.net/" } },
        beside: [STORE],
        found: [],
    },
    {
        title: "accepts a path that is put together",
        type: PIPELINE,
        props: call(`@concat('${DOOR}/one/', pipeline().RunId)`),
        beside: [API],
        found: [],
    },
    {
        title: "accepts hosts that the settings name, and queues of any account, of which another rule speaks",
        type: FUNCTION,
        props: {
            environment: {
                variables: {
                    SOURCES: '[{"url":"https://payment-hub.bank.example/latest.xml"}]',
                    QUEUE: "https://sqs.eu-west-1.amazonaws.com/222222222222/one",
                },
            },
        },
        found: [],
    },
    {
        title: "accepts a receiver that is no address",
        type: SUBSCRIPTION,
        props: { endpoint: "desk@bank.example" },
        found: [],
    },
    { title: "accepts a function without variables", type: FUNCTION, props: {}, found: [] },
    {
        title: "rejects the door of another",
        type: LINKED,
        props: { properties: { url: DOOR.replace("e4d", "abc") } },
        beside: [API],
        found: ["properties.url: leads to abc391f71f.execute-api.eu-west-1.amazonaws.com, none of our hosts"],
    },
    {
        title: "rejects the store of another",
        type: LINKED,
        props: { properties: { serviceEndpoint: "https://stolen.blob.core.windows.net/" } },
        beside: [STORE],
        found: ["properties.serviceEndpoint: leads to stolen.blob.core.windows.net, none of our hosts"],
    },
    {
        title: "rejects a host that goes on after ours",
        type: PIPELINE,
        props: call(`@concat('${DOOR}', '.evil.example/')`),
        beside: [API],
        found: [`activities[0].url.value: ${TOGETHER}`],
    },
    {
        title: "rejects a host out of a parameter",
        type: PIPELINE,
        props: call("@concat('https://', pipeline().parameters.host, '/one')"),
        found: [`activities[0].url.value: ${TOGETHER}`],
    },
    {
        title: "rejects ours as a name before another's host",
        type: LINKED,
        props: { properties: { url: `${DOOR}@evil.example/` } },
        beside: [API],
        found: ["properties.url: has a name or password before its host"],
    },
    {
        title: "rejects an address without TLS",
        type: SUBSCRIPTION,
        props: { endpoint: "http://payment-hub.bank.example/alerts" },
        found: ["endpoint: is an address without TLS"],
    },
    {
        title: "rejects alerts to another's host",
        type: SUBSCRIPTION,
        props: { endpoint: "https://Evil.example/alerts" },
        found: ["endpoint: leads to evil.example, none of our hosts"],
    },
    {
        title: "says nothing of what is unknown, which the update tells",
        type: SUBSCRIPTION,
        props: { endpoint: unknown },
        found: [],
    },
]);
