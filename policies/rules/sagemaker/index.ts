import type { Rule } from "../../core/rule.ts";
import { modelAnswersWatched } from "./model-answers-watched.ts";
import { modelDriftWatched } from "./model-drift-watched.ts";
import { modelsApprovedByPeople } from "./models-approved-by-people.ts";
import { sagemakerCaptured } from "./sagemaker-captured.ts";
import { sagemakerEncrypted } from "./sagemaker-encrypted.ts";
import { sagemakerIsolated } from "./sagemaker-isolated.ts";
import { sagemakerLogged } from "./sagemaker-logged.ts";
import { sagemakerRedundant } from "./sagemaker-redundant.ts";
import { sagemakerRollsBack } from "./sagemaker-rolls-back.ts";
import { sagemakerScales } from "./sagemaker-scales.ts";
import { sagemakerTrainingGuarded } from "./sagemaker-training-guarded.ts";
import { sagemakerWatched } from "./sagemaker-watched.ts";

/** Models: training, approval, endpoint, drift. */
export const sagemakerRules: readonly Rule[] = [
    modelAnswersWatched,
    modelDriftWatched,
    modelsApprovedByPeople,
    sagemakerCaptured,
    sagemakerEncrypted,
    sagemakerIsolated,
    sagemakerLogged,
    sagemakerRedundant,
    sagemakerRollsBack,
    sagemakerScales,
    sagemakerTrainingGuarded,
    sagemakerWatched,
];
