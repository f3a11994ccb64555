import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connectUpstream, type Upstream } from "../../../../infra/local/gateway/upstream.ts";

describe("a database that confirms a transaction before it is committed", () => {
  let server: Server;
  let upstream: Upstream;
  let heard: string[] = [];
  let status = 200;
  let barrier = 200;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
      heard.push(operation);
      request.resume().once("end", () => {
        if (operation === "ListTables" && barrier === 0) return response.destroy();
        return response.writeHead(status, { "content-length": "2" }).end("{}");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    upstream = connectUpstream(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, "test");
  });
  beforeEach(() => {
    [heard, status, barrier] = [[], 200, 200];
  });
  afterAll(() => {
    upstream.close();
    server.close();
  });

  const ask = (operation: string) => upstream.call(`DynamoDB_20120810.${operation}`, "{}");

  it("is asked something else, which it answers when the commit is done, before anybody hears yes", async () => {
    expect((await ask("TransactWriteItems")).status).toBe(200);
    expect(heard).toEqual(["TransactWriteItems", "ListTables"]);
  });

  it("has confirmed nothing when it is gone before that", async () => {
    barrier = 0;
    await expect(ask("TransactWriteItems")).rejects.toThrow();
  });

  it("is asked nothing after a refusal, nor after what it commits at once", async () => {
    await ask("PutItem");
    status = 400;
    await ask("TransactWriteItems");
    expect(heard).toEqual(["PutItem", "TransactWriteItems"]);
  });
});
