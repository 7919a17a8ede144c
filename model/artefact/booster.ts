import * as z from "zod/mini";
import type { Ensemble, Tree } from "../explain/ensemble.ts";
import { treeFault } from "./tree-fault.ts";
import { readUbjson, UbjsonError } from "./ubjson.ts";

/** What was trained is no model that the platform can read; the message says why. */
export class ModelError extends Error {
    override readonly name = "ModelError";
}

const numbers = z.array(z.number());

const TreeFields = z.object({
    left_children: numbers,
    right_children: numbers,
    split_indices: numbers,
    split_conditions: numbers,
    default_left: z.array(z.union([z.number(), z.boolean()])),
    sum_hessian: numbers,
    categories: z.optional(z.array(z.unknown()).check(z.maxLength(0))),
});

/** The part of XGBoost's model that makes the answers: doc/model.schema in its repository. */
const Booster = z.object({
    learner: z.object({
        attributes: z.optional(z.object({ best_iteration: z.optional(z.string()) })),
        feature_names: z.optional(z.array(z.string())),
        gradient_booster: z.object({
            name: z.literal("gbtree"),
            model: z.object({
                gbtree_model_param: z.object({ num_parallel_tree: z.optional(z.literal("1")) }),
                trees: z.array(TreeFields).check(z.minLength(1)),
            }),
        }),
        learner_model_param: z.object({
            base_score: z.string(),
            num_class: z.optional(z.literal("0")),
            num_feature: z.string(),
        }),
        objective: z.object({ name: z.literal("binary:logistic") }),
    }),
});

/**
 * The trees of a model that XGBoost 2 or 3 saved, as Universal Binary JSON or as JSON, for a row of these features, or of
 * the first of them.
 * A model that stopped early answers with its trees up to the best one only, as SageMaker's container does.
 */
export function readBooster(bytes: Uint8Array, features: readonly string[]): Ensemble {
    const { success, data, error } = Booster.safeParse(parsed(bytes));
    if (!success) {
        const [issue] = error.issues;
        const where = issue?.path.join(".") || "it";
        throw new ModelError(`the model is none of boosted trees for yes or no: ${where}: ${issue?.message}`);
    }
    const { attributes, feature_names: names = [], ...learner } = data.learner;
    const { base_score, num_feature } = learner.learner_model_param;
    const baseScore = Number(base_score.replace(/^\[(.*)\]$/, "$1"));
    if (!(baseScore > 0 && baseScore < 1))
        throw new ModelError(`the model's base_score is ${base_score}, not in 0 to 1`);
    const taken = Number(num_feature);
    // Features are only ever appended, so a model from before that takes the first ones.
    if (!(taken >= 1 && taken <= features.length)) {
        throw new ModelError(`the model takes ${num_feature} features, and a row has ${features.length}`);
    }
    const other = names.findIndex((name, index) => name !== features[index]);
    if (other !== -1)
        throw new ModelError(`the model's feature ${other + 1} is ${names[other]}, not ${features[other]}`);
    const best = attributes?.best_iteration;
    const trees = learner.gradient_booster.model.trees.slice(0, best === undefined ? undefined : Number(best) + 1);
    return {
        features: features.slice(0, taken),
        baseMargin: Math.log(baseScore / (1 - baseScore)),
        trees: trees.map((tree, index) => treeOf(tree, index, taken)),
    };
}

function treeOf(fields: z.infer<typeof TreeFields>, index: number, features: number): Tree {
    const tree: Tree = {
        left: fields.left_children,
        right: fields.right_children,
        feature: fields.split_indices,
        // Their text is the shortest that means the same 32-bit float, which is what XGBoost compares with.
        condition: fields.split_conditions.map(Math.fround),
        missingLeft: fields.default_left.map(Number),
        cover: fields.sum_hessian,
    };
    const fault = treeFault(tree, features);
    if (fault !== undefined) throw new ModelError(`tree ${index} of the model ${fault}`);
    return tree;
}

/** XGBoost tells the two forms apart alike: in binary no quotation mark can follow the first brace. */
function parsed(bytes: Uint8Array): unknown {
    const [first, second] = bytes;
    if (first !== 0x7b) throw new ModelError("the model is neither Universal Binary JSON nor JSON of XGBoost");
    try {
        return second === 0x4c || second === 0x69 || second === 0x55 || second === 0x49 || second === 0x6c
            ? readUbjson(bytes)
            : JSON.parse(new TextDecoder().decode(bytes));
    } catch (cause) {
        const why = cause instanceof UbjsonError ? cause.message : "it is no valid JSON";
        throw new ModelError(`the model cannot be read: ${why}`, { cause });
    }
}
