// Scores an assessment with the fetch of Node 18 or later.
//   RISK_TRIAGE=http://127.0.0.1:8080 KEY_FILE=key.txt node score.mjs assessment.json
import { readFile } from 'node:fs/promises';

const key = (await readFile(process.env.KEY_FILE, 'ascii')).trim();
const reply = await fetch(`${process.env.RISK_TRIAGE}/v1/assessments`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-API-Key': key },
  body: await readFile(process.argv[2]),
  signal: AbortSignal.timeout(10_000),
});
const document = await reply.json();
if (reply.status !== 200) {
  console.log(document.code, document.detail);
  for (const error of document.errors ?? []) console.log(error.pointer, error.message);
  // There is no decision. Never put a level in its place.
  process.exit(1);
}
console.log('level:', document.level.value, 'settled:', document.level.settled);
for (const c of document.marac.criteria) console.log(c.id, c.status, c.because);
