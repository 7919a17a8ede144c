"""Quickens a ministack that serves nothing, and prints what it then makes of the same work twice."""

import json

import corrected  # noqa: F401
from launcher import quickening
from ministack.core import iam_actions, iam_evaluator
from ministack.services import dynamodb

ITEMS = [
    {"id": {"S": "plain"}, "n": {"N": "-12.50"}},
    {"id": {"S": "é€😀"}, "l": {"L": [{"S": "x"}, {"M": {"ü": {"S": "ß"}}}]}, "s": {"SS": ["a", "bc"]}},
    {"id": {"NULL": True}, "b": {"BOOL": False}, "raw": {"B": "AAEC"}},
]
sizes = [dynamodb._item_size_bytes(item) for item in ITEMS]
quickening.apply()


def put(table: str) -> dict:
    return {"Put": {"TableName": table, "Item": {}}}


transaction = json.dumps({"TransactItems": [put("one"), put("one"), put("two"), {"Delete": {"TableName": "one"}}]}).encode()
checks = iam_actions.dynamodb_transaction_checks("dynamodb:TransactWriteItems", transaction, "eu-west-1", "111122223333")
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
            "sameSizes": [dynamodb._item_size_bytes(item) for item in ITEMS for _ in range(2)][::2] == sizes,
            "checks": [[action, arn.rpartition("/")[2]] for action, arn in checks],
            "odd": quickening.copied({"when": {1, 2}, "what": slice(1)}) is not None,
        }
    )
)
