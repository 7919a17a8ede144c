"""Services of AWS that ministack 1.5.33 lacks: how their requests look, and what permission each one needs."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any
from urllib.parse import unquote, urlsplit

from launcher.settings import Answering

_INVOCATION = re.compile(r"/endpoints/([^/]+)/invocations")
# Operations that go by method and path, and what the rest of the path is in the ARN that a permission names.
_BY_PATH = [
    ("POST", _INVOCATION, "InvokeEndpoint"),
    ("GET", re.compile(r"/accounts/\d{12}/dashboards"), "ListDashboards"),
    ("GET", re.compile(r"/accounts/\d{12}/dashboards/[^/]+/definition"), "DescribeDashboardDefinition"),
    ("GET", re.compile(r"/accounts/\d{12}/themes/[^/]+"), "DescribeTheme"),
    ("GET", re.compile(r"/accounts/\d{12}/data-sets/[^/]+/ingestions"), "ListIngestions"),
    ("GET", re.compile(r"/accounts/\d{12}/data-sets/[^/]+/ingestions/[^/]+"), "DescribeIngestion"),
    ("PUT", re.compile(r"/accounts/\d{12}/data-sets/[^/]+/ingestions/[^/]+"), "CreateIngestion"),
    ("POST", re.compile(r"/applications/[^/]+/jobruns"), "StartJobRun"),
    ("GET", re.compile(r"/applications/[^/]+/jobruns/[^/]+"), "GetJobRun"),
    ("DELETE", re.compile(r"/applications/[^/]+/jobruns/[^/]+"), "CancelJobRun"),
]
_IN_QUICKSIGHT = re.compile(r"/accounts/\d{12}/(dashboard|theme|data-set)s/([^/]+)(?:/ingestions/([^/]+))?")
_JOB_RUNS = re.compile(r"/applications/([^/]+)/jobruns(?:/([^/]+))?")
# In this order: what is changed comes before what it is changed to.
_NAMED = {
    "EndpointName": "endpoint",
    "EndpointConfigName": "endpoint-config",
    "ModelName": "model",
    "TrainingJobName": "training-job",
}


@dataclass(frozen=True)
class Call:
    """A request, its signature checked."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    account: str
    region: str
    answering: Answering

    def operation(self) -> str | None:
        """What the request asks for, in AWS's name of it."""
        target = self.headers.get("x-amz-target", "")
        if target:
            return target.rpartition(".")[2]
        path = urlsplit(self.path).path
        return next((name for how, form, name in _BY_PATH if how == self.method and form.fullmatch(path)), None)

    def input(self) -> dict[str, Any]:
        try:
            given = json.loads(self.body or b"{}")
        except ValueError:
            return {}
        return given if isinstance(given, dict) else {}


@dataclass(frozen=True)
class Absent:
    targets: str | None
    """How `X-Amz-Target` begins, where the service uses it."""
    resource: Callable[[Call], str]
    """The ARN that the caller needs a permission for, or `*`. May ask whoever answers for the service."""
    context: dict[str, str] = field(default_factory=dict)
    """Condition keys that are the same for every request."""
    conditions: Callable[[Call], dict[str, str]] = lambda call: {}
    """Condition keys that a request decides."""


def _sagemaker(call: Call) -> str:
    """SageMaker writes names in ARNs in small letters."""
    invoked = _INVOCATION.fullmatch(call.path)
    given = call.input()
    if invoked:
        return _arn(call, "endpoint", unquote(invoked[1]))
    for whole in ("ModelPackageArn", "ModelPackageName", "ResourceArn"):
        if str(given.get(whole, "")).startswith("arn:"):
            return str(given[whole])
    group = given.get("ModelPackageGroupName")
    if group:
        # A list, and what is added, is of the versions in a group, as far as permissions go.
        of_versions = call.operation() in ("CreateModelPackage", "ListModelPackages")
        return _arn(call, "model-package", f"{group}/*") if of_versions else _arn(call, "model-package-group", group)
    kind, name = next(((kind, given[key]) for key, kind in _NAMED.items() if key in given), ("", ""))
    return _arn(call, kind, name) if name else "*"


def _arn(call: Call, kind: str, name: str) -> str:
    return f"arn:aws:sagemaker:{call.region}:{call.account}:{kind}/{str(name).lower()}"


def training_conditions(given: dict[str, Any]) -> dict[str, str]:
    """What a request to SageMaker says of its safeguards, under the names that policies have for them."""
    said = {
        "sagemaker:networkisolation": given.get("EnableNetworkIsolation"),
        "sagemaker:intercontainertrafficencryption": given.get("EnableInterContainerTrafficEncryption"),
        "sagemaker:volumekmskeyarn": (given.get("ResourceConfig") or {}).get("VolumeKmsKeyId") or given.get("KmsKeyId"),
        "sagemaker:outputkmskeyarn": (given.get("OutputDataConfig") or {}).get("KmsKeyId"),
    }
    return {name: str(value).lower() if value in (True, False) else str(value) for name, value in said.items() if value is not None}


def _job_run(call: Call) -> str:
    found = _JOB_RUNS.fullmatch(call.path)
    if not found:
        return "*"
    application = f"arn:aws:emr-serverless:{call.region}:{call.account}:/applications/{found[1]}"
    return f"{application}/jobruns/{found[2]}" if found[2] else application


def _worker_group(call: Call) -> dict[str, str]:
    group = call.input().get("workerGroup")
    return {"datapipeline:workergroup": str(group)} if group else {}


def _workgroup(call: Call) -> str:
    """A workgroup's ARN ends in an id that only whoever answers for it knows: `GET /workgroups/NAME` says the ARN."""
    name = call.input().get("WorkgroupName")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9-]{3,64}", name):
        return "*"
    asked = HTTPConnection(urlsplit(call.answering.url).netloc, timeout=60)
    try:
        asked.request("GET", f"/workgroups/{name}", headers={"x-local-services-token": call.answering.token})
        answer = asked.getresponse()
        found = answer.read().decode()
        return found if answer.status == 200 else "*"
    except OSError:
        return "*"
    finally:
        asked.close()


def _in_quicksight(call: Call) -> str:
    found = _IN_QUICKSIGHT.match(urlsplit(call.path).path)
    # Listing the copies of a data set has no resource in AWS's authorisation.
    if not found or call.operation() == "ListIngestions":
        return "*"
    kind, name, ingestion = found.groups()
    arn = f"arn:aws:quicksight:{call.region}:{call.account}:{kind.replace('-', '')}/{unquote(name)}"
    return f"{arn}/ingestion/{unquote(ingestion)}" if ingestion else arn


# By signing name, which is also what permissions begin with.
SERVICES = {
    "sagemaker": Absent(
        targets="SageMaker.",
        resource=_sagemaker,
        conditions=lambda call: training_conditions(call.input()),
    ),
    "emr-serverless": Absent(targets="EMRServerless.", resource=_job_run),
    # Its tasks have no ARNs.
    "datapipeline": Absent(targets="DataPipeline.", resource=lambda call: "*", conditions=_worker_group),
    "redshift-data": Absent(
        targets="RedshiftData.",
        resource=_workgroup,
        # Policies let nobody but the owner read a statement, and ministack does not fill in `${aws:userid}`. So the
        # permission is checked as for one's own statement; whoever answers is told the caller, and keeps that true.
        context={"redshift-data:statement-owner-iam-userid": "${aws:userid}"},
    ),
    "quicksight": Absent(targets=None, resource=_in_quicksight),
}
