import fc from "fast-check";
import type { Name } from "../bed/people.ts";
import { forEach } from "../platform/support/in-turn.ts";
import { type PlatformBed, startPlatformBed } from "../platform/support/platform-bed.ts";
import { type Planted, plantAll, secretsFor, textsOf } from "./support/planted.ts";
import { publishedDetails } from "./support/published.ts";
import { walk } from "./support/walks.ts";

const people = ["eve", "emil", "ann", "abe", "nora", "ada"];

describe("somebody who tries every door in any order", () => {
  let bed: PlatformBed;
  let planted: readonly Planted[];
  /** An incident of emil's own, with a note on it that is not for him. */
  let mine: string;
  const note = "note-that-is-not-for-the-caller";

  beforeAll(async () => {
    bed = await startPlatformBed();
    planted = await plantAll(bed);
    mine = (await bed.as("emil").post("/incidents", { title: "Mine" })).body.id;
    await bed.as("ann").post(`/incidents/${mine}/notes`, { text: note });
    await bed.as("ann").post(`/incidents/${mine}/links`, { type: "related", target: note });
    await bed.drain({ timeoutMs: 120_000 });
  });
  afterAll(() => bed.stop());

  /** Takes the steps and answers every secret that came back, with the step it came with. */
  const found = async (who: Name, seed: number, secrets: readonly string[]) => {
    const hidden = planted.filter(({ standing }) => !standing(who).sees).map(({ id }) => id);
    const ids = [...hidden, mine, "INC9999999", "PRC0000001"];
    const steps = fc.sample(walk(ids, people), { numRuns: 500, seed });
    const leaks: string[] = [];
    const statuses = new Set<number>();
    await forEach(steps, async ({ operation, id, body, query, headers }) => {
      const answer = await bed.call(operation, { as: bed.as(who), id, body, query, headers });
      statuses.add(answer.status);
      const text = JSON.stringify([answer.body, [...answer.headers]]);
      for (const secret of secrets) if (text.includes(secret)) leaks.push(`${operation.id} ${id}: ${secret}`);
    });
    await bed.drain({ timeoutMs: 120_000 });
    // What was tied together on the way may have brought it in later.
    for (const path of [`/incidents/${mine}`, `/incidents/${mine}/history`, `/incidents?callerId=${who}`]) {
      const text = JSON.stringify((await bed.as(who).get(path)).body);
      leaks.push(...secrets.filter((secret) => text.includes(secret)).map((secret) => `${path}: ${secret}`));
    }
    // Nor may anything they did have made it known to other services.
    const published = JSON.stringify(await publishedDetails(bed));
    const kept = planted.flatMap((each) => textsOf(each).kept);
    leaks.push(...kept.filter((text) => published.includes(text)).map((text) => `published: ${text}`));
    return { leaks, statuses };
  };

  test("as an employee finds no byte of what is restricted, of others, or of an internal note", async () => {
    const secrets = secretsFor("emil", planted);
    const { leaks, statuses } = await found("emil", 7, [...secrets, note]);
    expect(leaks).toEqual([]);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 403, 404]));
    expect(secrets.length).toBeGreaterThan(planted.length);
  });

  test("as an agent of another team finds no byte of what is restricted", async () => {
    const secrets = secretsFor("nora", planted);
    const { leaks, statuses } = await found("nora", 11, secrets);
    expect(leaks).toEqual([]);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 404]));
    expect(secrets.length).toBeGreaterThan(3);
  });

  test("meets no defect, and answers that are described only", () => {
    expect(bed.wrong()).toEqual([]);
    expect(bed.stats().metrics["Steward/Defects"] ?? 0).toBe(0);
  });
});
