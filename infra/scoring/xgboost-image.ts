/** Accounts of AWS that hold the XGBoost image, by region: sagemaker/latest/dg-ecr-paths in AWS's documentation. */
const REGISTRIES: Readonly<Record<string, string>> = {
    "ap-northeast-1": "354813040037",
    "ap-northeast-2": "366743142698",
    "ap-south-1": "720646828776",
    "ap-southeast-1": "121021644041",
    "ap-southeast-2": "783357654285",
    "ca-central-1": "341280168497",
    "eu-central-1": "492215442770",
    "eu-north-1": "662702820516",
    "eu-south-1": "978288397137",
    "eu-west-1": "141502667606",
    "eu-west-2": "764974769150",
    "eu-west-3": "659782779980",
    "us-east-1": "683313688378",
    "us-east-2": "257758044811",
    "us-west-1": "746614075791",
    "us-west-2": "246618743249",
};

const REPOSITORY = "sagemaker-xgboost";
/** XGBoost 3.0.5, as in `model/training`. Training and answering use the same one; AWS has no `latest` of this image. */
const TAG = "3.0-5";

export interface Image {
    /** Where SageMaker pulls it from. */
    uri: string;
    /** The repository, for permissions. */
    repositoryArn: string;
}

/** SageMaker's own XGBoost. A table instead of a call to AWS, so that a preview needs no network. */
export function xgboostImage(region: string): Image {
    const account = REGISTRIES[region];
    if (account === undefined) {
        const known = Object.keys(REGISTRIES).join(", ");
        throw new RangeError(`no XGBoost image is known for the region "${region}"; there is one for ${known}`);
    }
    return {
        uri: `${account}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${TAG}`,
        repositoryArn: `arn:aws:ecr:${region}:${account}:repository/${REPOSITORY}`,
    };
}
