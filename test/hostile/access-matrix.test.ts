import type { Answer } from "../bed/client.ts";
import { type Name, names } from "../bed/people.ts";
import { forEach } from "../platform/support/in-turn.ts";
import { bodyFor, type Operation, operations } from "../platform/support/operations.ts";
import { type PlatformBed, startPlatformBed } from "../platform/support/platform-bed.ts";
import { toNoon } from "./support/at-noon.ts";
import { filtersFor, type Texts } from "./support/filters.ts";
import { type Planted, plantAll, secretsFor } from "./support/planted.ts";
import { readers, workers } from "./support/rules.ts";

/** Whose roles do not grant a command at all is refused everywhere, which the platform's tests try. */
const commands = operations.filter(({ kind, method }) => kind?.param === "incidentId" && method !== "GET");
const csv = { accept: "text/csv" };
/** Open to everybody who sees an incident, inside of what they see. */
const byReaders = [
  "commentOnIncident",
  "askIncidentUpload",
  "addIncidentAttachment",
  "openIncidentAttachment",
  "removeIncidentAttachment",
];
const ends = ["cancelIncident", "closeIncident", "reopenIncident"];

/** Status of a command that must not be possible; undefined where it is, if the state allows it. */
const refusal = ({ id }: Operation, who: Name, { standing, own }: Planted): number | undefined => {
  if (!standing(who).sees) return 404;
  const isWorking = workers.includes(who) && standing(who).inside;
  if (isWorking || byReaders.includes(id)) return undefined;
  return ends.includes(id) && own.includes(who) ? undefined : 403;
};

describe("of every incident, whatever somebody is to it", () => {
  let bed: PlatformBed;
  let planted: readonly Planted[];
  let before: readonly string[];
  beforeAll(async () => {
    bed = await startPlatformBed();
    await toNoon(bed);
    planted = await plantAll(bed);
    await bed.drain({ timeoutMs: 120_000 });
    before = await bed.snapshot();
  });
  afterAll(() => bed.stop());

  /** Every person with every incident; answers what is wrong. */
  const everybody = async (
    judge: (who: Name, each: Planted) => Promise<readonly string[]>,
  ): Promise<readonly string[]> => {
    const wrong: string[] = [];
    const pairs = names.flatMap((who) => planted.map((each) => [who, each] as const));
    await forEach(pairs, async ([who, each]) => {
      const faults = await judge(who, each);
      wrong.push(...faults.map((fault) => `${who}, ${each.what}: ${fault}`));
    });
    return wrong;
  };
  const leaks = (who: Name, { body, headers }: Answer<unknown>): readonly string[] => {
    const text = JSON.stringify([body, [...headers]]);
    return secretsFor(who, planted).filter((secret) => text.includes(secret));
  };

  test("reading shows who sees it the record, who works on it the inside, and others that there is none", async () => {
    const wrong = await everybody(async (who, { id, standing, inner }) => {
      const { sees, inside } = standing(who);
      const answer = await bed.as(who).get(`/incidents/${id}`);
      const isInside = inner === undefined || answer.body.vendor === inner;
      const isRight = sees
        ? answer.status === 200 && (inner === undefined || isInside === inside)
        : answer.status === 404;
      return [...(isRight ? [] : [`${answer.status} ${JSON.stringify(answer.body)}`]), ...leaks(who, answer)];
    });
    expect(wrong).toEqual([]);
  });

  test("the history, also as a table, shows the same people the same, comments to all of them, notes inside only", async () => {
    const wrong = await everybody(async (who, { id, standing, words, inner }) => {
      const { sees, inside } = standing(who);
      const query = { limit: "100" };
      const answer = await bed.as(who).get(`/incidents/${id}/history`, { query });
      const table = await bed.as(who).get(`/incidents/${id}/history`, { query, headers: csv });
      const text = JSON.stringify(answer.body);
      const isRight =
        [answer, table].every(({ status }) => status === (sees ? 200 : 404)) &&
        [text, String(table.body)].every(
          (each) => each.includes(words) === sees && (inner === undefined || each.includes(inner) === inside),
        );
      return [...(isRight ? [] : [`${answer.status} ${text}`]), ...leaks(who, answer), ...leaks(who, table)];
    });
    expect(wrong).toEqual([]);
  });

  test("no list or export by any filter shows it to who does not see it, and they show it to all who do", async () => {
    const wrong: string[] = [];
    await forEach(names, async (who) => {
      const [found, exported] = [new Set<string>(), new Set<string>()];
      for (const filter of filtersFor(who, planted)) {
        const answer = await bed.as(who).get("/incidents", { query: { ...filter, limit: "100" } });
        const isOwn = filter.callerId === who || filter.watcherId === who;
        const expected = readers.includes(who) || isOwn ? 200 : 403;
        if (answer.status !== expected) wrong.push(`${who} ${JSON.stringify(filter)}: ${answer.status}`);
        for (const { id } of answer.body.items ?? []) found.add(id);
        const table = await bed
          .as(who)
          .get("/incidents", { query: { ...filter, limit: "100" }, headers: csv });
        if (table.status !== expected) wrong.push(`${who} ${JSON.stringify(filter)}: table ${table.status}`);
        for (const id of String(table.body).match(/(?<=^)INC\d+(?=,)/gm) ?? []) exported.add(id);
        const leaked = [...leaks(who, answer), ...leaks(who, table)];
        wrong.push(...leaked.map((secret) => `${who} ${JSON.stringify(filter)}: ${secret}`));
      }
      const differing = planted.filter(({ id, standing }) =>
        [found, exported].some((each) => each.has(id) !== standing(who).sees),
      );
      wrong.push(...differing.map(({ what }) => `${who}: lists differ from reading ${what}`));
    });
    expect(wrong).toEqual([]);
  });

  test("no command is taken from who may not give it, one by one or in bulk, and nothing is written", async () => {
    let count = 0;
    const wrong = await everybody(async (who, each) => {
      const faults: string[] = [];
      for (const operation of commands) {
        const expected = operation.allowed.includes(who) ? refusal(operation, who, each) : undefined;
        if (expected === undefined) continue;
        count += 1;
        const as = bed.as(who);
        const headers: Texts = operation.endpoint.needsVersion ? { "if-match": "*" } : {};
        const answer = await bed.call(operation, { as, id: each.id, body: bodyFor(operation), headers });
        // A wrong state may be told before a missing right, to who sees the record anyway.
        const isRight =
          answer.status === expected ||
          (each.standing(who).sees && answer.body.code === "illegal_transition");
        if (!isRight) faults.push(`${operation.id}: ${answer.status} instead of ${expected}`);
        faults.push(...leaks(who, answer));
      }
      if (each.standing(who).sees && workers.includes(who)) return faults;
      const change = { command: "note", input: { text: "Hello" } };
      const bulk = await bed.as(who).post("/incidents/bulk", { incidentIds: [each.id], change });
      const code = workers.includes(who) ? bulk.body.results?.[0]?.code : bulk.body.code;
      if (code !== (workers.includes(who) ? "not_found" : "forbidden"))
        faults.push(JSON.stringify(bulk.body));
      return faults;
    });
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(200);
    await bed.drain({ timeoutMs: 120_000 });
    expect(await bed.snapshot()).toEqual(before);
  });

  test("what employees send with ending their own cannot change what agents decide", async () => {
    const { body } = await bed.as("eve").post("/incidents", { title: "Mine" });
    const reason = "Works";
    for (const also of [
      { impact: 1 },
      { teamId: "desk" },
      { parentId: "INC0000001" },
      { callerId: "emil" },
    ]) {
      const answer = await bed.as("eve").post(`/incidents/${body.id}/cancel`, { reason, also });
      expect([answer.status, answer.body.violations]).toMatchObject([403, [{ path: "body.also" }]]);
    }
    await bed.as("ann").post(`/incidents/${body.id}/resolve`, { code: "solved", text: "Done" });
    const hold = await bed
      .as("eve")
      .post(`/incidents/${body.id}/reopen`, { reason, hold: "awaiting_vendor" });
    const resolution = { code: "mine", text: "My own words" };
    const close = await bed.as("eve").post(`/incidents/${body.id}/close`, { resolution });
    expect([hold.status, close.status]).toEqual([403, 403]);
    expect((await bed.as("eve").post(`/incidents/${body.id}/close`, {})).status).toBe(200);
  });

  test("nobody ties another incident to one they do not see, by whichever command", async () => {
    const hidden = planted.find(({ what }) => what === "a restricted one of the desk")?.id;
    const { body: mine } = await bed.as("nora").post("/incidents", { title: "Mine" });
    const nora = bed.as("nora");
    const tried = async (parentId: string | undefined) => {
      const also = { parentId };
      const change = { command: "start", input: { also } };
      const answers = [
        await nora.post("/incidents", { title: "Child", parentId }),
        await nora.patch(`/incidents/${mine.id}`, { parentId }, { ifMatch: 1 }),
        await nora.post(`/incidents/${mine.id}/start`, { also }),
        await nora.post(`/incidents/${mine.id}/assign`, { teamId: "network", also }),
        await nora.post(`/incidents/${mine.id}/cancel`, { reason: "No", also }),
      ];
      const bulk = await nora.post("/incidents/bulk", { incidentIds: [mine.id], change });
      expect(bulk.body.results).toMatchObject([{ ok: false, code: "invalid_input" }]);
      return answers.map(({ status, body }) => ({ status, ...body, correlationId: "" }));
    };
    const answers = await tried(hidden);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    expect(answers).toEqual(await tried("INC9999999"));
    const own = await nora.post(`/incidents/${mine.id}/start`, { also: { parentId: mine.id } });
    expect([own.status, own.body.violations]).toMatchObject([400, [{ path: "body.also.parentId" }]]);
    expect((await nora.get(`/incidents/${mine.id}`)).body.version).toBe(1);
  });

  test("and every answer was as its description says", () => {
    expect(bed.wrong()).toEqual([]);
  });
});
