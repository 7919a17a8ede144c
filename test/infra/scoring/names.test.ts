import assert from "node:assert/strict";
import { modelName } from "../../../infra/scoring/model-name.ts";
import { xgboostImage } from "../../../infra/scoring/xgboost-image.ts";

describe("modelName", () => {
    it("says whose model it is", () => {
        assert.equal(modelName("prod"), "compliance-prod-fraud");
    });

    it("has only what SageMaker takes, in small letters as in its ARNs", () => {
        assert.equal(modelName("Team_A.2"), "compliance-team-a-2-fraud");
    });

    it("stays short for a stack name of 40 characters, with room for the time of a training job", () => {
        const name = modelName("a".repeat(40));
        assert.match(name, /^compliance-a{17}-[0-9a-f]{6}-fraud$/);
        assert.ok(name.length <= 41);
        assert.equal(modelName("a".repeat(24)), `compliance-${"a".repeat(24)}-fraud`);
    });

    it("keeps two long names apart", () => {
        assert.notEqual(modelName(`${"a".repeat(39)}1`), modelName(`${"a".repeat(39)}2`));
    });
});

describe("xgboostImage", () => {
    it("is in the registry that AWS has in the region, at a version", () => {
        assert.deepEqual(xgboostImage("eu-west-1"), {
            uri: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:3.0-5",
            repositoryArn: "arn:aws:ecr:eu-west-1:141502667606:repository/sagemaker-xgboost",
        });
    });

    it("refuses a region whose registry it does not know, and names those it knows", () => {
        assert.throws(() => xgboostImage("mars-north-1"), {
            name: "RangeError",
            message: /^no XGBoost image is known for the region "mars-north-1"; there is one for ap-northeast-1, /,
        });
    });
});
