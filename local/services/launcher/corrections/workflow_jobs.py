"""Fault: a state machine can neither train on SageMaker nor run Spark on EMR Serverless and wait for the end.

Both are answered for by whoever was named for them, as for any other caller; the state waits until the job is over.
"""

import json
import os
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from launcher.absent import Call
from launcher.environment import ANSWERING
from launcher.passing import pass_on
from launcher.settings import Answering

_POLL_SECONDS = 0.2


@dataclass(frozen=True)
class Job:
    service: str
    error: str
    """How Step Functions names a refusal of the service, up to the service's own name for it."""
    start: Callable[["Caller", dict[str, Any]], str]
    look: Callable[["Caller", dict[str, Any], str], dict[str, Any]]
    state: Callable[[dict[str, Any]], tuple[str, str]]
    """The state of a job, and its reason if it has one."""
    running: tuple[str, ...]
    well: str


def apply() -> None:
    from ministack.services import stepfunctions

    given = json.loads(os.environ[ANSWERING])
    for resource, job in _JOBS.items():
        if job.service in given:
            caller = Caller(job, Answering(**given[job.service]))
            stepfunctions._SERVICE_DISPATCH[resource] = caller.run


@dataclass(frozen=True)
class Caller:
    job: Job
    answering: Answering

    def run(self, resource: str, parameters: dict[str, Any]) -> dict[str, Any]:
        from ministack.services import stepfunctions

        name = self.job.start(self, parameters)
        while True:
            found = self.job.look(self, parameters, name)
            state, reason = self.job.state(found)
            if not resource.endswith(".sync") or state == self.job.well:
                return found
            if state not in self.job.running:
                raise stepfunctions._ExecutionError("States.TaskFailed", reason or f"the job ended as {state}")
            time.sleep(_POLL_SECONDS)

    def call(self, method: str, path: str, target: str, body: dict[str, Any]) -> dict[str, Any]:
        from ministack.core.responses import get_account_id, get_region
        from ministack.services import stepfunctions

        headers = {"x-amz-target": target, "content-type": "application/x-amz-json-1.1"}
        sent = json.dumps(body).encode() if method == "POST" else b""
        call = Call(method, path, headers, sent, get_account_id(), get_region(), self.answering)
        status, answered, text = pass_on(call, {"userArn": "states.amazonaws.com"})
        found: dict[str, Any] = json.loads(text or b"{}")
        if status >= 400:
            names = {name.lower(): value for name, value in answered.items()}
            raise stepfunctions._ExecutionError(
                f"{self.job.error}.{names.get('x-amzn-errortype', 'ServiceException')}", str(found.get("message", found))
            )
        return found


def _train(caller: Caller, parameters: dict[str, Any]) -> str:
    caller.call("POST", "/", "SageMaker.CreateTrainingJob", parameters)
    return str(parameters["TrainingJobName"])


def _look_at_training(caller: Caller, _parameters: dict[str, Any], name: str) -> dict[str, Any]:
    return caller.call("POST", "/", "SageMaker.DescribeTrainingJob", {"TrainingJobName": name})


def _start_spark(caller: Caller, parameters: dict[str, Any]) -> str:
    body = {"clientToken": str(uuid.uuid4()), **_in_small(parameters)}
    path = f"/applications/{quote(body.pop('applicationId'))}/jobruns"
    return str(caller.call("POST", path, "", body)["jobRunId"])


def _look_at_spark(caller: Caller, parameters: dict[str, Any], name: str) -> dict[str, Any]:
    path = f"/applications/{quote(parameters['ApplicationId'])}/jobruns/{name}"
    return dict(caller.call("GET", path, "", {})["jobRun"])


def _in_small(value: Any) -> Any:
    """Step Functions writes names of parameters with a capital; this API does not."""
    if isinstance(value, list):
        return [_in_small(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {f"{key[0].lower()}{key[1:]}": _in_small(item) for key, item in value.items()}


_JOBS = {
    "arn:aws:states:::sagemaker:createTrainingJob": Job(
        service="sagemaker",
        error="SageMaker",
        start=_train,
        look=_look_at_training,
        state=lambda job: (job["TrainingJobStatus"], job.get("FailureReason", "")),
        running=("InProgress", "Stopping"),
        well="Completed",
    ),
    "arn:aws:states:::emr-serverless:startJobRun": Job(
        service="emr-serverless",
        error="EMRServerless",
        start=_start_spark,
        look=_look_at_spark,
        state=lambda job: (job["state"], job.get("stateDetails", "")),
        running=("SUBMITTED", "PENDING", "SCHEDULED", "RUNNING", "CANCELLING"),
        well="SUCCESS",
    ),
}
