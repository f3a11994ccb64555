import { windowSeconds } from "../../shared/access/request-limits.ts";
import type { Answer } from "../bed/client.ts";
import type { Name } from "../bed/people.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";
import { disagreements } from "../platform/support/agreement.ts";
import { forEach } from "../platform/support/in-turn.ts";
import { changedAssembly } from "./support/changed-assembly.ts";

const limits = { people: 10, integrations: 30 };
/** A container gives away a tenth; one machine runs about as many of a function as it has cores. */
const atMost = (limit: number) => limit + 16 * Math.ceil(limit / 10);

describe("somebody who asks more than a person can", () => {
  let bed: Bed;
  let remove: () => void;
  beforeAll(async () => {
    const changed = await changedAssembly((template) =>
      template
        .replaceAll(
          /(\\"people\\":)\d+(,\\"integrations\\":)\d+/g,
          `$1${limits.people}$2${limits.integrations}`,
        )
        // So small for each route that is open to everybody that no machine is too slow to meet it.
        .replaceAll(/("ThrottlingRateLimit": ?)50\b/g, "$10.001")
        .replaceAll(/("ThrottlingBurstLimit": ?)100\b/g, "$13"),
    );
    remove = changed.remove;
    bed = await startBed({ assembly: changed.assembly });
    await Promise.all(["eve", "emil", "robot"].map((who) => bed.as(who as Name).get("/incidents")));
  });
  afterAll(async () => {
    await bed.stop();
    remove();
  });

  /** To the beginning of the next window, so that what follows falls into one. */
  const anew = () => {
    const length = windowSeconds * 1000;
    bed.clock.moveTo((Math.floor(bed.clock.now() / length) + 1) * length);
  };
  const flood = async (who: Name, count: number): Promise<readonly Answer<{ code?: string }>[]> => {
    const answers: Answer<{ code?: string }>[] = [];
    await forEach(
      Array.from({ length: count }, (_, i) => i),
      async () => {
        answers.push(await bed.as(who).post("/incidents", { title: `Flood of ${who}` }));
      },
      4,
    );
    return answers;
  };
  const counted = (answers: readonly Answer<unknown>[], status: number) =>
    answers.filter((answer) => answer.status === status).length;

  test("is refused with 429 and when to come back; nothing of it is written", async () => {
    anew();
    const answers = await flood("eve", 40);
    const taken = counted(answers, 201);
    expect(taken).toBeGreaterThanOrEqual(limits.people - 4);
    expect(taken).toBeLessThanOrEqual(atMost(limits.people));
    expect(counted(answers, 429)).toBe(40 - taken);
    const refused = answers.find(({ status }) => status === 429) as Answer<unknown>;
    expect(refused.body).toMatchObject({ code: "too_many_requests", status: 429 });
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(windowSeconds);
    expect(disagreements("POST", "/incidents", refused)).toEqual([]);
    const opened = (await bed.stored()).get("steward-incident")?.filter(({ sk }) => sk === "RECORD");
    expect(opened).toHaveLength(taken);
  });

  test("stands in nobody else's way, and is let in again when the time has come", async () => {
    anew();
    await flood("eve", 30);
    expect((await bed.as("eve").get("/incidents?callerId=eve")).status).toBe(429);
    expect((await bed.as("emil").get("/incidents?callerId=emil")).status).toBe(200);
    anew();
    expect((await bed.as("eve").get("/incidents?callerId=eve")).status).toBe(200);
  });

  test("is told so before anything else is looked at", async () => {
    anew();
    await flood("eve", 30);
    const hidden = await bed.as("eve").get("/incidents/INC9999999");
    const forbidden = await bed.as("eve").get("/incident-settings");
    const invalid = await bed.as("eve").post("/incidents", { title: 7 });
    expect([hidden, forbidden, invalid].map(({ status }) => status)).toEqual([429, 429, 429]);
  });

  test("has more to ask as a program, with a limit of its own", async () => {
    anew();
    const taken = counted(await flood("robot", 80), 201);
    expect(taken).toBeGreaterThanOrEqual(limits.integrations - 6);
    expect(taken).toBeLessThanOrEqual(atMost(limits.integrations));
  });

  test("uses up nothing of what others share if they have no token at all", async () => {
    anew();
    const ask = async (path: string) => (await fetch(`${bed.url}${path}`)).status;
    for (const path of ["/api/gate/keys", "/api/change-calendar?token=CFD0000001.none"]) {
      const statuses: number[] = [];
      for (let i = 0; i < 5; i += 1) statuses.push(await ask(path));
      expect(statuses.slice(0, 3)).not.toContain(429);
      expect([path, ...statuses.slice(3)]).toEqual([path, 429, 429]);
    }
    expect(await ask("/openapi.json")).toBe(200);
    expect((await bed.as("emil").get("/incidents?callerId=emil")).status).toBe(200);
  });

  test("costs no permission that the functions have not, and no defect", () => {
    expect(bed.denied()).toEqual([]);
    expect(bed.stats().metrics["Steward/Defects"] ?? 0).toBe(0);
  });
});

test("who asks faster than the stage allows is told so with 429, and nothing is written", async () => {
  // So small a limit that no machine is too slow to meet it.
  const { assembly, remove } = await changedAssembly((template) =>
    template
      .replaceAll(/("ThrottlingRateLimit": ?)[\d.]+/g, "$10.001")
      .replaceAll(/("ThrottlingBurstLimit": ?)\d+/g, "$13"),
  );
  const bed = await startBed({ assembly });
  try {
    // Not through a client that would wait for its turn.
    const headers = {
      authorization: `Bearer ${await bed.token("eve")}`,
      "content-type": "application/json",
    };
    const sent = { method: "POST", headers, body: JSON.stringify({ title: "Again" }) };
    const statuses: number[] = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await fetch(`${bed.url}/api/incidents`, sent)).status);
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
  } finally {
    await bed.stop();
    remove();
  }
});
