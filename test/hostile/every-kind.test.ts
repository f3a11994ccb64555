import fc from "fast-check";
import type { Answer } from "../bed/client.ts";
import { type Name, names } from "../bed/people.ts";
import { forEach } from "../platform/support/in-turn.ts";
import { type PlatformBed, startPlatformBed } from "../platform/support/platform-bed.ts";
import { type Planted, plantAll, secretsFor, textsOf } from "./support/planted.ts";
import { publishedDetails } from "./support/published.ts";
import { listings, type Reading, readingsOf, searches } from "./support/readings.ts";
import { plantSecrets, toldInEvents } from "./support/secrets/plant-secrets.ts";
import type { Secret } from "./support/secrets/secret.ts";
import { type Doors, walk } from "./support/walks.ts";

/** Somebody of each kind who may not read something: lists are many. */
const listing: readonly Name[] = ["emil", "nora", "kim", "robot"];
const people: readonly Name[] = ["eve", "emil", "ann", "abe", "nora", "ada"];

describe("of every kind of record", () => {
  let bed: PlatformBed;
  let planted: readonly Planted[];
  let secrets: readonly Secret[];
  /** Who found which text. */
  const found = new Set<string>();
  beforeAll(async () => {
    bed = await startPlatformBed();
    planted = await plantAll(bed);
    secrets = await plantSecrets(bed);
  });
  afterAll(() => bed.stop());

  /** What an answer tells that it must not. */
  const leaks = (who: Name, answer: Answer<unknown>): readonly string[] => {
    const text = JSON.stringify([answer.body, [...answer.headers]]);
    const there = secrets.filter((each) => text.includes(each.text));
    for (const each of there) found.add(`${who} ${each.text}`);
    return there.filter(({ seenBy }) => !seenBy.includes(who)).map(({ what }) => what);
  };
  const isHiddenFrom = (who: Name, id: string): boolean =>
    secrets.some((each) => each.id === id && each.isWhole && !each.seenBy.includes(who));

  /** Asks all of it; answers what was told or answered that must not be. */
  const wrongIn = async (pairs: readonly (readonly [Name, Reading])[]): Promise<readonly string[]> => {
    const wrong: string[] = [];
    await forEach(pairs, async ([who, { operation, call }]) => {
      const answer = await bed.call(operation, { as: bed.as(who), ...call });
      const faults = leaks(who, answer).map((what) => `tells ${what}`);
      const isAnswered = answer.status !== 404 && answer.status !== 403;
      if (call.id !== undefined && isHiddenFrom(who, call.id) && isAnswered) faults.push(`${answer.status}`);
      wrong.push(...faults.map((each) => `${operation.id} ${JSON.stringify(call)} by ${who}: ${each}`));
    });
    return wrong;
  };

  test("nobody reads under its id what they may not, and who may not see it is told that there is none", async () => {
    const records = [...new Map(secrets.map((each) => [each.id, each])).values()];
    const pairs = records.flatMap((each) =>
      names.flatMap((who) => readingsOf(each).map((reading) => [who, reading] as const)),
    );
    expect(await wrongIn(pairs)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(1000);
  });

  test("no list, figure or table has it for who may not see it, by whichever filter", async () => {
    const pairs = listing.flatMap((who) => listings(who, secrets).map((each) => [who, each] as const));
    expect(await wrongIn(pairs)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(1000);
  });

  test("no search, suggestion or question about impact leads to it", async () => {
    const pairs = names.flatMap((who) => searches(secrets).map((each) => [who, each] as const));
    expect(await wrongIn(pairs)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(50);
  });

  test("and who may see it found it in all this, so that the search is known to find it", () => {
    const missed = secrets.flatMap(({ what, text, seenBy }) =>
      seenBy.filter((who) => !found.has(`${who} ${text}`)).map((who) => `${who}: ${what}`),
    );
    expect(missed).toEqual([]);
  });

  test("what is internal, private or not yet said leaves its service in no event", async () => {
    const published = (await publishedDetails(bed)).join("\n");
    const told = secrets.filter(({ text }) => published.includes(text)).map(({ what }) => what);
    // The others are told, so that the search is known to find them.
    expect(told.toSorted()).toEqual(toldInEvents.toSorted());
  });

  test("who writes CIs merges none of which one is hidden from them, nor reads in which name it is like another", async () => {
    const ofHidden = secrets.filter(({ what }) => what.startsWith("one of two")).map(({ id }) => id);
    const { items } = (await bed.as("robot").get("/ci-duplicates?limit=100")).body;
    const pair = items.find(({ ciIds }: { ciIds: string[] }) => ciIds.some((id) => ofHidden.includes(id)));
    expect(pair.likeness).toEqual({ kind: "name", detail: "server" });
    expect((await bed.as("robot").post(`/ci-duplicates/${pair.id}/merge`, {})).status).toBe(404);
  });

  test("no filter tells by what it finds what an article does not say of itself", async () => {
    const ask = async (who: Name, query: string) => (await bed.as(who).get(`/articles?${query}`)).status;
    for (const query of ["ownerId=ann", "recordId=INC0000001", "reviewerId=kim", "reviewTeamId=network"])
      expect([query, await ask("emil", query)]).toEqual([query, 403]);
    for (const query of ["reviewerId=kim", "reviewTeamId=desk"])
      expect([query, await ask("nora", query)]).toEqual([query, 403]);
    for (const query of ["ownerId=ann", "recordId=INC0000001", "reviewerId=nora", "reviewTeamId=network"])
      expect([query, await ask("nora", query)]).toEqual([query, 200]);
  });

  test("who is offered something now reads no edition that was for others", async () => {
    const fields = { name: "A badge", summary: "A badge", categoryId: "CCA0000001" };
    const ada = bed.as("ada");
    const audience = { teamIds: ["nobody"] };
    const { id } = (await ada.post("/catalog-items", { ...fields, audience })).body;
    await ada.post(`/catalog-items/${id}/publish`);
    await ada.post(`/catalog-items/${id}/redraft`);
    await ada.put(`/catalog-items/${id}`, fields, { headers: { "if-match": "*" } });
    await ada.post(`/catalog-items/${id}/publish`);
    const read = async (who: Name, edition: number) =>
      (await bed.as(who).get(`/catalog-items/${id}/edition?edition=${edition}`)).status;
    expect([await read("eve", 1), await read("eve", 2)]).toEqual([404, 200]);
    expect([await read("ann", 1), await read("ada", 1)]).toEqual([200, 200]);
  });

  /** Takes the steps and answers every secret that came back, with the step it came with. */
  const walked = async (who: Name, seed: number, numRuns: number) => {
    const doors: Record<string, string[]> = {};
    for (const { param, id } of secrets) doors[param] = [...new Set([...(doors[param] ?? []), id])];
    const hidden = planted.filter(({ standing }) => !standing(who).sees).map(({ id }) => id);
    const all: Doors = { ...doors, incidentId: [...hidden, "INC9999999"] };
    const texts = [
      ...secretsFor(who, planted),
      ...secrets.filter(({ seenBy }) => !seenBy.includes(who)).map(({ text }) => text),
    ];
    const told: string[] = [];
    const statuses = new Set<number>();
    const look = (at: string, answer: Answer<unknown>) => {
      statuses.add(answer.status);
      const text = JSON.stringify([answer.body, [...answer.headers]]);
      told.push(...texts.filter((each) => text.includes(each)).map((each) => `${at}: ${each}`));
    };
    await forEach(fc.sample(walk(all, people), { numRuns, seed }), async ({ operation, ...step }) => {
      const { id = "" } = step;
      look(`${operation.id} ${id}`, await bed.call(operation, { as: bed.as(who), ...step }));
    });
    await bed.drain({ timeoutMs: 120_000 });
    // What was tied together on the way may have brought it in later.
    for (const path of [`/incidents?callerId=${who}`, `/requests?personId=${who}`, `/assets?holderId=${who}`])
      look(path, await bed.as(who).get(path));
    // Nor may anything they did have made it known to other services.
    const published = JSON.stringify(await publishedDetails(bed));
    const kept = planted.flatMap((each) => textsOf(each).kept);
    told.push(...kept.filter((text) => published.includes(text)).map((text) => `published: ${text}`));
    expect(told).toEqual([]);
    expect(texts.length).toBeGreaterThan(10);
    return [...statuses];
  };

  test.each<readonly [string, Name, number]>([
    ["an employee", "emil", 7],
    ["an agent of another team", "nora", 11],
    ["who manages knowledge", "kim", 13],
  ])("%s who tries every door in any order finds no byte of it", async (_what, who, seed) => {
    expect(await walked(who, seed, 1000)).toEqual(expect.arrayContaining([200, 403, 404]));
  });

  test("and nobody met a defect, and every answer was as its description says", () => {
    expect(bed.wrong()).toEqual([]);
    expect(bed.stats().metrics["Steward/Defects"] ?? 0).toBe(0);
  });
});
