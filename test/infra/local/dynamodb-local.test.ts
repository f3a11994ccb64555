import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
import { connectUpstream } from "../../../infra/local/gateway/upstream.ts";
import { provide } from "../../bed/provisions.ts";

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const table = {
  TableName: "notes",
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
};

describe("DynamoDB Local", () => {
  it("keeps its data in the folder it is given, over a restart", async () => {
    const dbPath = path.join(mkdtempSync(path.join(tmpdir(), "db-")), "new", "folder");
    const first = await startDynamoDbLocal({ dbPath });
    const before = connectUpstream(first.endpoint, "one");
    expect((await before.call("DynamoDB_20120810.CreateTable", JSON.stringify(table))).status).toBe(200);
    before.close();
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startDynamoDbLocal({ dbPath });
    const tablesOf = async (database: string) => {
      const upstream = connectUpstream(second.endpoint, database);
      const { body } = await upstream.call("DynamoDB_20120810.ListTables", "{}");
      upstream.close();
      return JSON.parse(body.toString()).TableNames;
    };
    expect(await tablesOf("one")).toEqual(["notes"]);
    // Each access key is a database of its own.
    expect(await tablesOf("two")).toEqual([]);
    await second.stop();
  });

  it("ends with its parent, even if that is killed", async () => {
    const script = `import("./infra/local/dynamodb-local.ts").then((m) => m.startDynamoDbLocal()).then(({ pid }) => console.log("jvm=" + pid))`;
    const parent = spawn(process.execPath, ["--import", "tsx", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = await new Promise<number>((resolve) => {
      parent.stdout.on("data", (text) => {
        const found = /jvm=(\d+)/.exec(String(text))?.[1];
        if (found !== undefined) resolve(Number(found));
      });
    });
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    for (let look = 0; look < 100 && isAlive(pid); look += 1) await sleep(50);
    expect(isAlive(pid)).toBe(false);
  });

  it("says what to install where Java is missing", async () => {
    const home = process.env.JAVA_HOME;
    process.env.JAVA_HOME = "/nowhere";
    await expect(startDynamoDbLocal()).rejects.toThrow("install a JRE");
    if (home === undefined) delete process.env.JAVA_HOME;
    else process.env.JAVA_HOME = home;
  });
});

describe("a connection to a DynamoDB-compatible endpoint", () => {
  it.each(["127.0.0.1", "0.0.0.0"])(
    "carries calls side by side and one after the other by %s",
    async (host) => {
      const { endpoint } = await provide("dynamodb");
      const upstream = connectUpstream(endpoint.replace("127.0.0.1", host), randomUUID().replaceAll("-", ""));
      const call = (operation: string, request: unknown) =>
        upstream.call(`DynamoDB_20120810.${operation}`, JSON.stringify(request));
      await call("CreateTable", table);
      const text = "ü".repeat(100_000);
      const put = (pk: string) =>
        call("PutItem", { TableName: "notes", Item: { pk: { S: pk }, text: { S: text } } });
      const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => put(String(at))));
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
      const got = await call("GetItem", { TableName: "notes", Key: { pk: { S: "7" } } });
      expect(JSON.parse(got.body.toString()).Item.text.S).toBe(text);
      expect((await call("GetItem", { TableName: "gone", Key: {} })).status).toBe(400);
      upstream.close();
    },
  );

  it("fails when nobody is there", async () => {
    const upstream = connectUpstream("http://127.0.0.1:1", "one");
    await expect(upstream.call("DynamoDB_20120810.ListTables", "{}")).rejects.toThrow("ECONNREFUSED");
  });
});
