import { takeInItem } from "../../../../services/configuration/import/take-in-item.ts";
import { findStaleCis } from "../../../../services/configuration/schedules/find-stale-cis.ts";
import { type Workbench, workbench } from "./workbench.ts";

const day = 24 * 3600_000;
const start = Date.parse("2026-03-01T10:00:00.000Z");
const at = (days: number) => new Date(start + days * day).toISOString();

const item = (id: string, days: number, more: object = {}) => ({
  configurationItem: {
    awsAccountId: "1",
    awsRegion: "eu-west-1",
    resourceType: "AWS::EC2::Instance",
    resourceId: id,
    configurationItemStatus: "OK",
    configurationItemCaptureTime: at(days),
    tags: {},
    relationships: [],
    ...more,
  },
});
const related = (resourceType: string, resourceId: string, name: string) => ({
  resourceType,
  resourceId,
  name,
});

describe("AWS Config speaks by events", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(at(0));
  });
  afterEach(() => bench.stop());
  const hear = (document: object) => takeInItem(document, { isWhole: true }, bench.context());
  const names = async () => (await bench.graph()).cis.map((text) => JSON.parse(text).slice(1, 3));

  test("a resource becomes a CI, and what goes is retired", async () => {
    await hear(item("i-1", 0, { tags: { Name: "web" } }));
    expect(await names()).toEqual([["web", "live"]]);
    await hear(item("i-1", 1, { configurationItemStatus: "ResourceDeleted" }));
    expect(await names()).toEqual([["web", "retired"]]);
  });

  test("in whatever order items come, the newest counts", async () => {
    const items = [
      item("i-1", 1, { tags: { Name: "one" } }),
      item("i-1", 2, { tags: { Name: "two" } }),
      item("i-1", 3, { tags: { Name: "three" } }),
    ];
    for (const each of [items[1], items[2], items[0], items[1]]) await hear(each as object);
    expect(await names()).toEqual([["three", "live"]]);
  });

  test("news of a resource that is older than its end brings nothing", async () => {
    await hear(item("i-1", 2, { configurationItemStatus: "ResourceDeleted" }));
    await hear(item("i-1", 1));
    expect(await names()).toEqual([]);
  });

  test("what nobody can take is kept as an import that is over, for people to look at", async () => {
    await hear(item("i-1", 1, { resourceId: "x".repeat(400) }));
    const { imports, sheets } = bench.context();
    const [kept] = await imports.few({ index: "importsByState", partition: "finished" }, 1);
    expect(kept).toMatchObject({ sourceId: "src.aws-config", counts: { invalid: 1 } });
    const { items } = await sheets.entries(kept?.id ?? "", "TROUBLE#import#", { limit: 5 });
    expect(items).toEqual([expect.objectContaining({ outcome: "invalid" })]);
  });

  test("relations that an item does not name any more end", async () => {
    const subnet = item("subnet-1", 0, { resourceType: "AWS::EC2::Subnet" });
    const contained = related("AWS::EC2::Subnet", "subnet-1", "Is contained in Subnet");
    await hear(subnet);
    await hear(item("i-1", 1, { relationships: [contained] }));
    expect((await bench.graph()).edges).toHaveLength(1);
    await hear(item("i-1", 2));
    expect((await bench.graph()).edges).toEqual([]);
    await hear(item("i-1", 3, { relationships: [contained] }));
    expect((await bench.graph()).edges).toHaveLength(1);
  });

  test("a relation to what is not told of yet waits for it, unless something newer was said meanwhile", async () => {
    const to = (type: string, id: string) => related(type, id, "Is contained in Subnet");
    const [subnet, vpc] = ["AWS::EC2::Subnet", "AWS::EC2::VPC"];
    await hear(item("i-1", 5, { relationships: [to(subnet, "subnet-1"), to(vpc, "vpc-1")] }));
    expect((await bench.graph()).edges).toEqual([]);
    await hear(item("subnet-1", 1, { resourceType: subnet }));
    expect((await bench.graph()).edges).toHaveLength(1);
    await hear(item("i-1", 6, { relationships: [to(subnet, "subnet-1")] }));
    await hear(item("vpc-1", 1, { resourceType: vpc }));
    expect((await bench.graph()).edges).toHaveLength(1);
  });

  test("a CI of which the source is silent for too long is stale, until it speaks again", async () => {
    await hear(item("i-1", 0));
    const staleSince = async () => {
      const { allCis } = bench.context();
      const [ci] = await allCis.few({ index: "cisByState", partition: "live" }, 1);
      return (await allCis.get(ci?.id ?? "")).sources?.[0]?.staleSince;
    };
    const sweep = () => findStaleCis.handle({ deadline: Number.POSITIVE_INFINITY }, bench.context());
    bench.moveTo(at(59));
    await sweep();
    expect(await staleSince()).toBeUndefined();
    bench.moveTo(at(61));
    await sweep();
    expect(await staleSince()).toBe(at(61));
    await hear(item("i-1", 61));
    expect(await staleSince()).toBeUndefined();
    bench.moveTo(at(122));
    await sweep();
    expect(await staleSince()).toBe(at(122));
  });
});
