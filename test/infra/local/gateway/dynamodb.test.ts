import { DescribeTableCommand, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { AwsFailure } from "../../../../infra/local/gateway/aws-failure.ts";
import { type GatewayWorld, startGatewayWorld } from "../support/gateway-world.ts";

describe("DynamoDB through the gateway", () => {
  let world: GatewayWorld;
  const key = { pk: "a", sk: "thing" };
  beforeAll(async () => {
    world = await startGatewayWorld();
  });
  afterAll(() => world.stop());
  const deniedActions = () => world.denied().map(({ action }) => action);

  it("lets a function do what its role allows, on the table and on its indexes", async () => {
    const api = world.table("api");
    await api.put({ TableName: world.tableName, Item: { ...key, state: "new" } });
    const { Item } = await api.get({ TableName: world.tableName, Key: key });
    const { Count } = await api.query({
      TableName: world.tableName,
      IndexName: "byState",
      KeyConditionExpression: "#s = :s",
      ExpressionAttributeNames: { "#s": "state" },
      ExpressionAttributeValues: { ":s": "new" },
    });
    expect([Item?.state, Count]).toEqual(["new", 1]);
  });

  it("refuses what the role does not allow, and remembers it", async () => {
    const call = world.table("api").delete({ TableName: world.tableName, Key: key });
    await expect(call).rejects.toMatchObject({ name: "AccessDeniedException" });
    expect(deniedActions()).toContain("dynamodb:DeleteItem");
  });

  it("judges each part of a transaction by its own action", async () => {
    const item = { TableName: world.tableName, Key: key };
    const update = { ...item, UpdateExpression: "SET n = :n", ExpressionAttributeValues: { ":n": 1 } };
    const api = world.table("api");
    await api.transactWrite({ TransactItems: [{ Update: update }] });
    const mixed = api.transactWrite({
      TransactItems: [{ Update: { ...update, Key: { pk: "b", sk: "x" } } }, { Delete: item }],
    });
    await expect(mixed).rejects.toMatchObject({ name: "AccessDeniedException" });
    expect((await api.get({ TableName: world.tableName, Key: { pk: "b", sk: "x" } })).Item).toBeUndefined();
  });

  it("judges a batch by the batch's action", async () => {
    const call = world.table("api").batchGet({ RequestItems: { [world.tableName]: { Keys: [key] } } });
    await expect(call).rejects.toMatchObject({ name: "AccessDeniedException" });
    expect(deniedActions()).toContain("dynamodb:BatchGetItem");
  });

  it("passes DynamoDB's own refusals on unchanged", async () => {
    const call = world.table("api").put({
      TableName: world.tableName,
      Item: key,
      ConditionExpression: "attribute_not_exists(pk)",
    });
    await expect(call).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
  });

  it("does not know callers without a container's key", async () => {
    const call = world.table("stranger").get({ TableName: world.tableName, Key: key });
    await expect(call).rejects.toMatchObject({ name: "UnrecognizedClientException" });
  });

  it("names the operation that it does not support", async () => {
    await expect(world.table("api").send(new ListTablesCommand({}))).rejects.toThrow("dynamodb:ListTables");
  });

  it("describes a table with the template's ARNs", async () => {
    const { Table } = await world
      .table("timer")
      .send(new DescribeTableCommand({ TableName: world.tableName }));
    expect(Table?.TableArn).toBe(`arn:aws:dynamodb:us-east-1:000000000000:table/${world.tableName}`);
  });

  it("tells of every call that may have written, and of no other", async () => {
    const before = world.written.length;
    const api = world.table("api");
    await api.get({ TableName: world.tableName, Key: key });
    expect(world.written).toHaveLength(before);
    await api.put({ TableName: world.tableName, Item: key });
    expect(world.written.slice(before)).toEqual([world.tableName]);
  });

  it("counts consumed capacity by operation and table once it is switched on", async () => {
    const { capacity } = world;
    const api = world.table("api");
    capacity.switchTo(true);
    await api.put({ TableName: world.tableName, Item: { ...key, state: "new" } });
    await api.get({ TableName: world.tableName, Key: key, ConsistentRead: true });
    capacity.switchTo(false);
    await api.get({ TableName: world.tableName, Key: key });
    expect(capacity.lines()).toEqual([
      { operation: "PutItem", table: world.tableName, calls: 1, reads: 0, writes: 2 },
      { operation: "GetItem", table: world.tableName, calls: 1, reads: 1, writes: 0 },
    ]);
  });

  it("answers in virtual time", async () => {
    world.clock.moveTo(Date.parse("2031-05-05T05:05:05Z"));
    const response = await fetch(world.url, { method: "POST" });
    expect(response.headers.get("date")).toContain("05 May 2031");
  });
});

describe("a condition on the item's key", () => {
  it("lets a role see only the partitions it names", async () => {
    const world = await startGatewayWorld({
      change: (find) => {
        const [statement] = find("IAM::Policy", "apifunction").PolicyDocument.Statement;
        statement.Condition = { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["mine#*"] } };
      },
    });
    const get = (pk: string) => world.table("api").get({ TableName: world.tableName, Key: { pk, sk: "x" } });
    await expect(get("mine#1")).resolves.toBeDefined();
    await expect(get("yours#1")).rejects.toMatchObject({ name: "AccessDeniedException" });
    await world.stop();
  });
});

describe("a fault between function and AWS", () => {
  it("can refuse before the call, or after its effect", async () => {
    let stage = "before";
    const world = await startGatewayWorld({
      fault: (now, { operation }) => {
        if (now === stage && operation === "PutItem")
          throw new AwsFailure("ThrottlingException", "slow down");
      },
    });
    const api = world.table("api");
    const put = (pk: string) => api.put({ TableName: world.tableName, Item: { pk, sk: "x" } });
    const stored = async (pk: string) =>
      (await api.get({ TableName: world.tableName, Key: { pk, sk: "x" } })).Item !== undefined;
    await expect(put("early")).rejects.toMatchObject({ name: "ThrottlingException" });
    stage = "after";
    await expect(put("late")).rejects.toMatchObject({ name: "ThrottlingException" });
    expect([await stored("early"), await stored("late")]).toEqual([false, true]);
    await world.stop();
  });

  it("can break the connection", async () => {
    const world = await startGatewayWorld({
      fault: () => {
        throw new Error("cable cut");
      },
    });
    await expect(
      world.table("api").get({ TableName: world.tableName, Key: { pk: "a", sk: "b" } }),
    ).rejects.toThrow();
    await world.stop();
  });
});
