import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DeadLetter } from "../../infra/local/cloud/dead-letters.ts";
import { type Cloud, startCloud } from "../../infra/local/cloud.ts";
import { functionSpec } from "../../infra/local/functions/function-spec.ts";
import { letterText } from "../../infra/local/redrive/letter-text.ts";
import { loadAssembly } from "../../infra/local/template.ts";
import { createClient } from "../bed/client.ts";
import { standardPeople } from "../bed/people.ts";
import { provide } from "../bed/provisions.ts";
import { storedItems } from "../bed/stored-items.ts";
import { buildEdited, type Edit } from "../simulation/edited-bundles.ts";

/** A release in which problem management chokes on incidents of one thing. */
const flaw: Edit = {
  module: "services/problem/incident-projection.ts",
  right: "resolvedAt, breaches, links } = incident;",
  wrong:
    'resolvedAt, breaches, links } = incident;\n  if (ciIds.includes("poison")) throw new TypeError("No such thing");',
};

const flawedRelease = async (good: string, folder: string): Promise<string> => {
  const copy = path.join(folder, "cdk.out");
  cpSync(good, copy, { recursive: true });
  const assembly = loadAssembly(copy);
  const bundle = (await buildEdited([flaw], ["problem"])).get("problem") ?? "";
  for (const resource of assembly.ofType("AWS::Lambda::Function"))
    if (resource.ref === "steward-problem-consumer")
      writeFileSync(functionSpec(assembly, resource).modulePath, bundle);
  return copy;
};

describe("an event that a release cannot digest", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "steward-poison-"));
  const database = randomUUID().replaceAll("-", "");
  let dynamoDb: { endpoint: string; database: string };
  let good: string;
  let cloud: Cloud;
  let poisoned: string;
  const start = (assembly: string): Promise<Cloud> =>
    startCloud({ assembly, dynamoDb, dataDir: folder, people: standardPeople });
  const control = async <T>(name: string, body?: object): Promise<T> => {
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    return (await (await fetch(`${cloud.url}/_local/${name}`, sent)).json()) as T;
  };
  const letters = () => control<readonly DeadLetter[]>("dead-letters");
  const ringing = () => cloud.stats().alarms.flatMap(({ name, isRinging }) => (isRinging ? [name] : []));
  const problems = async () => (await storedItems(dynamoDb.endpoint, database)).get("steward-problem") ?? [];
  const known = async () =>
    (await problems())
      .filter(({ sk }) => sk === "PROJECTION")
      .map(({ pk, sequence }) => `${pk} ${sequence}`)
      .toSorted();
  const candidateEvents = async () =>
    (await problems())
      .filter(({ pk, sk }) => pk.startsWith("PRC") && sk.startsWith("EVENT#"))
      .map(({ detailType }) => detailType);

  beforeAll(async () => {
    const { endpoint } = await provide("dynamodb");
    dynamoDb = { endpoint, database };
    good = (await provide("assembly")).directory;
    cloud = await start(await flawedRelease(good, folder));
    const ann = createClient(cloud.url, () => cloud.token("ann"));
    const open = async (...ciIds: string[]): Promise<string> =>
      (await ann.post("/incidents", { title: "Slow", ciIds })).body.id;
    await open("db");
    poisoned = await open("db", "poison");
    await open("db");
    expect((await cloud.drain(30_000, { advance: true })).idle).toBe(true);
  });
  afterAll(async () => {
    await cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("holds up no other event", async () => {
    expect(await known()).toEqual(["INCIDENT#INC0000001 1", "INCIDENT#INC0000003 1"]);
    expect(await candidateEvents()).toEqual([]);
  });

  it("lies in the dead-letter queue with subscription, event, tries and reason", async () => {
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter?.log).toMatchObject({
      message: "event not consumed",
      subscription: "incident-opened",
      eventId: `${poisoned}-1`,
      attempt: 5,
      error: { name: "TypeError", message: "No such thing" },
    });
    expect(letterText(letter as DeadLetter)).toBe(
      `steward-problem-dead-letters: IncidentOpened.v1 of itsm.incident, ${poisoned}-1 for incident-opened, tried 5 times\n  TypeError: No such thing`,
    );
  });

  it("rings the alarm, which the status page shows with the section to open", async () => {
    expect(ringing()).toEqual(["steward-problem-dead-letters"]);
    const page = await (await fetch(`${cloud.url}/_local/`)).text();
    expect(page).toMatch(/steward-problem-dead-letters<\/span><\/td><td>.*#dead-letters/);
  });

  it("comes back after the fix and has its effect exactly once", async () => {
    await cloud.stop();
    cloud = await start(good);
    const arn = cloud.stats().queues.find(({ name }) => name === "steward-problem-dead-letters")?.arn;
    expect(await control("redrive", { arn })).toEqual({ moved: 1, left: 0 });
    expect((await cloud.drain(30_000, { advance: true })).idle).toBe(true);
    expect(await known()).toEqual([1, 2, 3].map((at) => `INCIDENT#INC000000${at} 1`));
    expect(await candidateEvents()).toEqual(["ProblemCandidateProposed.v1"]);
    expect([await letters(), ringing()]).toEqual([[], []]);
  });
});
