"""Fault: functions inherit the whole environment of the server, its administrator's credentials included.

Lambda gives its own variables and the configured ones. The endpoint is the one thing that only exists here, beside the
patience that functions must have with a machine that does much else, and where addresses of another cloud answer here.
"""

import json
import os
from pathlib import Path

from launcher.environment import ELSEWHERE, NODE
from launcher.guard import rewrite


def apply() -> None:
    from ministack.core import lambda_runtime

    node = os.environ[NODE]
    rewrite(lambda_runtime, "_detect_runtime_binary", ('return "node", _NODEJS', f"return {node!r}, _NODEJS"))
    lambda_runtime._lambda_environment = _lambda_environment
    lambda_runtime._with_elsewhere = _with_elsewhere
    rewrite(
        lambda_runtime.Worker,
        "_spawn",
        (
            "spawn_env = {**os.environ, **env_vars}",
            "spawn_env = _with_elsewhere({**_lambda_environment(self.config, code_dir), **env_vars})",
        ),
    )


def _lambda_environment(config: dict, code_folder: str) -> dict[str, str]:
    """https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html, as far as it means something here."""
    name = config.get("FunctionName", "")
    return {
        "AWS_EXECUTION_ENV": f"AWS_Lambda_{config.get('Runtime', '')}",
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        "AWS_LAMBDA_LOG_GROUP_NAME": (config.get("LoggingConfig") or {}).get("LogGroup") or f"/aws/lambda/{name}",
        # The functions' own runtime is newer than the oldest Node this repository works with.
        "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED": "true",
        "LANG": "en_US.UTF-8",
        # Times as long as in the cloud may a call take: functions/adapters/client-options.ts.
        "LOCAL_PATIENCE": "12",
        "LAMBDA_TASK_ROOT": code_folder,
        "PATH": os.defpath,
        "TMPDIR": os.environ["TMPDIR"],
        "TZ": ":UTC",
        "_HANDLER": config.get("Handler", ""),
    }


def _with_elsewhere(environment: dict[str, str]) -> dict[str, str]:
    """Only `fetch` goes there, and only to addresses that are named; the functions know nothing of it."""
    places = json.loads(os.environ.get(ELSEWHERE, "{}"))
    if not places:
        return environment
    before = Path(__file__).parent.parent / "elsewhere.mjs"
    options = f"{environment.get('NODE_OPTIONS', '')} --import={before.as_uri()}".strip()
    return {**environment, "NODE_OPTIONS": options, "LOCAL_ELSEWHERE": json.dumps(places)}
