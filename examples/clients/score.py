"""Scores an assessment with Python's own library.

RISK_TRIAGE=http://127.0.0.1:8080 KEY_FILE=key.txt python3 score.py assessment.json
"""
import json
import os
import sys
import urllib.error
import urllib.request

with open(os.environ["KEY_FILE"], encoding="ascii") as file:
    key = file.read().strip()
with open(sys.argv[1], "rb") as file:
    body = file.read()
request = urllib.request.Request(
    os.environ["RISK_TRIAGE"] + "/v1/assessments",
    data=body,
    headers={"Content-Type": "application/json", "X-API-Key": key},
)
try:
    with urllib.request.urlopen(request, timeout=10) as reply:
        decision = json.load(reply)
except urllib.error.HTTPError as refused:
    problem = json.load(refused)
    print(problem["code"], problem["detail"])
    for error in problem.get("errors", []):
        print(error["pointer"], error["message"])
    # There is no decision. Never put a level in its place.
    sys.exit(1)
print("level:", decision["level"]["value"], "settled:", decision["level"]["settled"])
for criterion in decision["marac"]["criteria"]:
    print(criterion["id"], criterion["status"], criterion["because"])
