"""Quickens a ministack that serves nothing, and prints what it then makes of the same work twice."""

import json

import corrected  # noqa: F401
from launcher import quickening
from ministack.core import iam_evaluator
from ministack.services import dynamodb

quickening.apply()
condition = ("attribute_exists(#a) AND #b < :c", "ConditionExpression")
grammar = [dynamodb._condition_syntax_error(*condition) for _ in range(3)]
faulty = dynamodb._condition_syntax_error("a = = b", "ConditionExpression")

tokens = dynamodb._tokenize("a = :b")
tokens.clear()


def policy(action: str) -> str:
    return json.dumps({"Statement": [{"Effect": "Allow", "Action": action, "Resource": "*"}]})


item = {"a": {"L": [{"S": "x"}, {"BOOL": True}]}, "n": {"NULL": True}}
copy = dynamodb.copy.deepcopy(item)
same = copy == item
copy["a"]["L"][0]["S"] = "changed"
print(
    json.dumps(
        {
            "checkedOnce": dynamodb._condition_syntax_error.cache_info().misses == 2,
            "sound": grammar == [None] * 3,
            "faulty": faulty is not None,
            "tokensOfTheNext": len(dynamodb._tokenize("a = :b")),
            "actions": [iam_evaluator.parse_policy_document(policy(name))[0].actions for name in ("s3:Get", "s3:Put")],
            "parsed": iam_evaluator.parse_policy_document(json.loads(policy("s3:List")))[0].actions,
            "sameCopy": same,
            "apart": item["a"]["L"][0]["S"],
            "odd": quickening.copied({"when": {1, 2}, "what": slice(1)}) is not None,
        }
    )
)
