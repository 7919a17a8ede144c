import { adds, refuses, UUID } from "../../support/type-tests.ts";

const TYPE = "aws:cloudformation/stack:Stack";

const VIEW = ["quicksight:QueryDashboard", "quicksight:DescribeDashboard", "quicksight:ListDashboardVersions"];
const dashboard = {
    AwsAccountId: "111122223333",
    DashboardId: "compliance",
    Name: "Compliance",
    Definition: {},
    Permissions: [{ Principal: "arn:group", Actions: VIEW }],
};
const template = (Properties: object, Type = "AWS::QuickSight::Dashboard") => ({
    templateBody: JSON.stringify({
        Resources: { Dashboard: { Type, Properties } },
        Outputs: { Id: { Value: "compliance" }, Arn: { Value: { "Fn::GetAtt": ["Dashboard", "Arn"] } } },
    }),
});

describe("the table of cloudformation", () => {
    adds([
        {
            type: TYPE,
            inputs: { name: "dashboard", ...template(dashboard) },
            id: new RegExp(`^arn:aws:cloudformation:eu-west-1:111122223333:stack/dashboard/${UUID.source}$`),
            outputs: { outputs: { Id: "compliance", Arn: '{"Fn::GetAtt":["Dashboard","Arn"]}' } },
        },
    ]);

    refuses([
        {
            type: TYPE,
            good: { name: "dashboard", onFailure: "DELETE", timeoutInMinutes: 15, ...template(dashboard) },
            bad: [
                [{ name: "the_dashboard" }, "name must be made of letters, digits and dashes"],
                [{ name: "d".repeat(129) }, "name must have at most 128 characters"],
                [{ templateBody: null }, "templateBody or templateUrl must be given, and not both"],
                [{ templateUrl: "https://bucket/template" }, "templateBody or templateUrl must be given, and not both"],
                [{ templateBody: "Resources:" }, "templateBody is not a JSON object"],
                [{ templateBody: "{}" }, "templateBody must have Resources"],
                [
                    template({ ...dashboard, Definition: "x".repeat(51_200) }),
                    "templateBody must have at most 51200 bytes, has",
                ],
                [template({}, "Dashboard"), "templateBody has Dashboard without a type"],
                [template({ ...dashboard, Definition: undefined }), "templateBody has Dashboard without Definition"],
                [template({}, "AWS::QuickSight::Theme"), "templateBody has Dashboard without AwsAccountId"],
                [
                    template({ ...dashboard, Permissions: [{ Principal: "arn:group", Actions: VIEW.slice(1) }] }),
                    "templateBody has Dashboard with Permissions that are neither a viewer's nor an owner's",
                ],
                [{ onFailure: "RETRY" }, "onFailure must be one of DO_NOTHING, ROLLBACK, DELETE"],
                [{ disableRollback: true }, "onFailure and disableRollback exclude each other"],
                [{ capabilities: ["ALL"] }, "capabilities[0] must be one of"],
                [{ iamRoleArn: "deploy" }, "iamRoleArn must be the ARN of a role"],
                [{ timeoutInMinutes: 0 }, "timeoutInMinutes must be a whole number from 1 to 43200"],
            ],
        },
    ]);
});
