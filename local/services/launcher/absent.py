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
]
_IN_QUICKSIGHT = re.compile(r"/accounts/\d{12}/(dashboard|theme|data-set)s/([^/]+)(?:/ingestions/([^/]+))?")
_NAMED = {"EndpointName": "endpoint", "EndpointConfigName": "endpoint-config", "ModelName": "model"}


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


def _endpoint(call: Call) -> str:
    """SageMaker writes names in ARNs in small letters."""
    invoked = _INVOCATION.fullmatch(call.path)
    if invoked:
        kind, name = "endpoint", unquote(invoked[1])
    else:
        given = call.input()
        kind, name = next(((kind, given[key]) for key, kind in _NAMED.items() if key in given), ("", ""))
    return f"arn:aws:sagemaker:{call.region}:{call.account}:{kind}/{str(name).lower()}" if name else "*"


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
    "sagemaker": Absent(targets="SageMaker.", resource=_endpoint),
    "redshift-data": Absent(
        targets="RedshiftData.",
        resource=_workgroup,
        # Policies let nobody but the owner read a statement, and ministack does not fill in `${aws:userid}`. So the
        # permission is checked as for one's own statement; whoever answers is told the caller, and keeps that true.
        context={"redshift-data:statement-owner-iam-userid": "${aws:userid}"},
    ),
    "quicksight": Absent(targets=None, resource=_in_quicksight),
}
