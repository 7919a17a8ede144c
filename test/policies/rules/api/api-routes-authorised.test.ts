import { apiRoutesAuthorised } from "../../../../policies/rules/api/api-routes-authorised.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const route = { routeKey: "POST /x", authorizationType: "JWT", authorizerId: "one" };
const API = "aws:apigatewayv2/api:Api";

describeRule(apiRoutesAuthorised, [
    { title: "accepts a guarded route", props: route, found: [] },
    { title: "accepts an API without routes of its own", type: API, props: { protocolType: "HTTP" }, found: [] },
    {
        title: "rejects an open route",
        props: { routeKey: "POST /x", authorizationType: "NONE" },
        found: ["authorizationType: is not JWT", "authorizerId: is not set"],
    },
    {
        title: "rejects a route for everything else",
        props: { ...route, routeKey: "$default" },
        found: ["routeKey: opens more than one method of one path"],
    },
    {
        title: "rejects every method",
        props: { ...route, routeKey: "ANY /x" },
        found: ["routeKey: opens more than one method of one path"],
    },
    {
        title: "rejects a route that says nothing",
        props: {},
        found: [
            "authorizationType: is not JWT",
            "authorizerId: is not set",
            "routeKey: opens more than one method of one path",
        ],
    },
    {
        title: "rejects an API that makes an open route by itself",
        type: API,
        props: { protocolType: "HTTP", target: "arn:function" },
        found: ["target: makes routes that no authorizer guards"],
    },
    {
        title: "cannot decide while the authorizer is unknown",
        props: { ...route, authorizerId: unknown },
        found: ["authorizerId is unknown"],
    },
]);
