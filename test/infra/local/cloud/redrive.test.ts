import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { DeadLetter } from "../../../../infra/local/cloud/dead-letters.ts";
import { letterText } from "../../../../infra/local/redrive/letter-text.ts";
import { provide } from "../../../bed/provisions.ts";
import { type FixtureCloud, startFixtureCloud } from "../support/fixture-cloud.ts";
import { mutatedFixture } from "../support/mutate-fixture.ts";

/** The fixture as it is deployed after the fix. */
const cured = (): string =>
  mutatedFixture((find) => {
    for (const name of ["consumer", "publisher"])
      find("Lambda::Function", name).Environment.Variables.CURED = "yes";
  });

/** `npm run redrive`, as people run it. */
const command = async (...args: string[]): Promise<string> =>
  (
    await promisify(execFile)(process.execPath, ["--import", "tsx", "infra/local/redrive.ts", ...args])
  ).stdout.trim();

describe("what was given up", () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "redrive-"));
  let dynamoDb: { endpoint: string; database: string };
  let cloud: FixtureCloud;
  let ids: Record<string, string> = {};
  let letters: readonly DeadLetter[] = [];
  const queueOf = (name: string) => cloud.stats().queues.find((queue) => queue.name.includes(name));
  const redrive = async (name: string) =>
    (await cloud.ask("POST", "/_local/redrive", { body: JSON.stringify({ arn: queueOf(name)?.arn }) })).json;
  const create = async (...names: string[]) => {
    for (const name of names) ids = { ...ids, [name]: await cloud.create(name) };
  };

  beforeAll(async () => {
    const { endpoint } = await provide("dynamodb");
    dynamoDb = { endpoint, database: randomUUID().replaceAll("-", "") };
    cloud = await startFixtureCloud({ dynamoDb, dataDir });
    await create("before", "indigestible", "poison", "after");
    expect((await cloud.drain(30_000, { advance: true })).idle).toBe(true);
    letters = (await cloud.ask("GET", "/_local/dead-letters")).json;
  });
  afterAll(async () => {
    await cloud.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("holds up nothing else", async () => {
    expect(await cloud.seen(ids.before ?? "")).toBe(1);
    expect(await cloud.seen(ids.after ?? "")).toBe(1);
    expect(await cloud.seen(ids.indigestible ?? "")).toBe(0);
    expect(await cloud.seen(ids.poison ?? "")).toBe(0);
  });

  it("is listed with the event, the number of tries and the function's last words", () => {
    const texts = letters.map(letterText).toSorted();
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(
      /DeadEvents\w+: ThingCreated.v1 of fixture.thing, .*tried 3 times\n.*cannot digest/,
    );
    expect(texts[1]).toMatch(/Unpublished\w+: 1 stream records from \d+, tried 6 times\n {2}\S+/);
  });

  it("stays where it is while its cause is there", async () => {
    expect(await redrive("Unpublished")).toMatchObject({ moved: 0, left: 1, reason: expect.any(String) });
  });

  it("is done exactly once after the fix", async () => {
    await cloud.stop();
    cloud = await startFixtureCloud({ dynamoDb, dataDir, assembly: cured() });
    // The first one's clock had been moved; what it had looked at is visible again within its time-out.
    cloud.clock.moveTo(cloud.clock.now() + 60_000);
    expect((await command("--url", cloud.url)).split("\n").toSorted()).toEqual([
      expect.stringMatching(/DeadEvents\w+: 1 moved back, 0 left$/),
      expect.stringMatching(/Unpublished\w+: 1 moved back, 0 left$/),
    ]);
    expect((await cloud.drain(30_000, { advance: true })).idle).toBe(true);
    expect(await command("--list", "--url", cloud.url)).toBe("no dead letters");
    for (const name of ["before", "indigestible", "poison", "after"])
      expect([name, await cloud.seen(ids[name] ?? "")]).toEqual([name, 1]);
  });
});
