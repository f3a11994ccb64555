import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startCloud } from "../../../../infra/local/cloud.ts";
import type { UnsupportedTemplate } from "../../../../infra/local/template/unsupported-template.ts";
import { provide } from "../../../bed/provisions.ts";
import { type FixtureCloud, startFixtureCloud } from "../support/fixture-cloud.ts";
import { mutatedFixture } from "../support/mutate-fixture.ts";

const idle = { idle: true };

describe("the fixture on the local cloud", () => {
  let cloud: FixtureCloud;
  beforeAll(async () => {
    cloud = await startFixtureCloud();
  });
  afterAll(() => cloud.stop());

  it("answers through API, function and table", async () => {
    const made = await cloud.api("POST", "/things", '{"name":"first"}');
    expect(made.status).toBe(201);
    const got = await cloud.api("GET", `/things/${encodeURIComponent(made.json.pk)}`);
    expect(got.json).toEqual(made.json);
  });

  it("has taken each event from the table to the subscriber once it is drained", async () => {
    const ids = await Promise.all(Array.from({ length: 25 }, (_, at) => cloud.create(`thing ${at}`)));
    expect(await cloud.drain(20_000)).toMatchObject(idle);
    expect(await Promise.all(ids.map(cloud.seen))).toEqual(Array(25).fill(1));
  });

  it("lets nobody in without a token, and everybody where the template does", async () => {
    expect((await cloud.ask("GET", "/things")).status).toBe(401);
    expect((await cloud.ask("GET", "/open")).status).toBe(200);
    expect((await cloud.ask("DELETE", "/things")).status).toBe(404);
  });

  it.each([
    ["throw", 500],
    ["exit", 500],
    ["hang", 500],
    ["reject", 500],
    ["forbidden", 500],
    ["text", 200],
    ["cookies", 200],
  ])("answers %s of a troubled function with %d", async (trouble, status) => {
    expect((await cloud.api("POST", "/trouble", trouble)).status).toBe(status);
  });

  it("remembers what a function was not allowed to do", () => {
    expect(cloud.denied().map(({ action }) => action)).toEqual(["dynamodb:DeleteItem"]);
  });

  it("gives up a thing that cannot be published, and keeps publishing", async () => {
    const poison = await cloud.create("poison");
    const good = await cloud.create("good");
    expect(await cloud.drain(30_000)).toMatchObject(idle);
    expect([await cloud.seen(poison), await cloud.seen(good)]).toEqual([0, 1]);
    const unpublished = cloud.stats().queues.find(({ name }) => name.includes("Unpublished"));
    expect(unpublished).toMatchObject({ visible: 1, isDeadLetter: true });
  });

  it("fires each schedule once when the clock jumps over many of its times", async () => {
    await cloud.drain(10_000);
    const before = await cloud.ticks();
    cloud.clock.moveTo(cloud.clock.now() + 40 * 86_400_000);
    expect(await cloud.drain(10_000)).toMatchObject(idle);
    expect((await cloud.ticks()) - before).toBe(2);
  });
});

describe("a local cloud that is started again", () => {
  it("finds its data and works off what was under way", async () => {
    const { endpoint } = await provide("dynamodb");
    const dynamoDb = { endpoint, database: randomUUID().replaceAll("-", "") };
    const dataDir = mkdtempSync(path.join(tmpdir(), "cloud-"));
    const first = await startFixtureCloud({ dynamoDb, dataDir });
    const settled = await first.create("settled");
    await first.drain(10_000);
    const underWay = await Promise.all(Array.from({ length: 20 }, () => first.create("under way")));
    await first.stop();

    const second = await startFixtureCloud({ dynamoDb, dataDir });
    expect(await second.drain(20_000, { advance: true })).toMatchObject(idle);
    expect(await second.seen(settled)).toBe(1);
    const times = await Promise.all(underWay.map(second.seen));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(1);
    await second.stop();
  });

  it("says what changed when the stored tables do not fit the template", async () => {
    const { endpoint } = await provide("dynamodb");
    const dynamoDb = { endpoint, database: randomUUID().replaceAll("-", "") };
    await (await startFixtureCloud({ dynamoDb })).stop();
    const assembly = mutatedFixture((find) => {
      find("DynamoDB::GlobalTable").GlobalSecondaryIndexes[0].IndexName = "byMood";
      find("DynamoDB::GlobalTable").Replicas[0].GlobalSecondaryIndexes = undefined;
    });
    await expect(startCloud({ assembly, dynamoDb })).rejects.toThrow(/byState; now byMood.*--fresh/);
  });
});

describe("a template that cannot run here", () => {
  it("is refused with all reasons before anything is started", async () => {
    const assembly = mutatedFixture((find) => {
      find("Lambda::Function", "api").Handler = "gone.handler";
      find("SQS::Queue", "EventsD").VisibilityTimeout = 1;
    });
    const start = startCloud({ assembly, dynamoDb: { endpoint: "http://127.0.0.1:1", database: "none" } });
    const { problems } = await start.then(
      () => ({ problems: [] }),
      (error: UnsupportedTemplate) => error,
    );
    expect(problems).toHaveLength(2);
  });
});
