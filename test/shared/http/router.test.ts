import * as z from "zod";
import { createAuthenticator } from "../../../shared/access/authenticate.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { pageOf } from "../../../shared/dynamo/page.ts";
import { type Endpoint, endpoint } from "../../../shared/http/endpoint.ts";
import { type Caller, createRouter } from "../../../shared/http/router.ts";
import { defineService } from "../../../shared/service.ts";
import { httpEvent, type Sent } from "../support/http-event.ts";

type Context = { readonly caller: Caller };
const calls: Caller[] = [];
const handle = async (_request: unknown, { caller }: Context) => {
  calls.push(caller);
  return { id: "t1", version: 3, inside: "not declared" } as never;
};
const Thing = z.object({ id: z.string(), version: z.number() });
const common = { summary: "x", permission: "thing:read", reply: Thing, refusals: [], handle } as const;

const endpoints: readonly Endpoint<Context>[] = [
  endpoint({ ...common, id: "getThing", route: "GET /things" }),
  endpoint({
    ...common,
    id: "addThing",
    route: "POST /things",
    body: z.object({ a: z.number() }),
    status: 201,
  }),
  endpoint({ ...common, id: "putThing", route: "PUT /things", body: z.object({ a: z.number() }) }),
  endpoint({ ...common, id: "openThing", route: "GET /open", permission: undefined }),
  endpoint({ ...common, id: "ruleThing", route: "GET /rule", permission: "thing:rule" }),
  endpoint({
    ...common,
    id: "refuseThing",
    route: "GET /refuse",
    refusals: ["not_found"],
    handle: async () => Promise.reject(new Refusal("not_found")),
  }),
  endpoint({
    ...common,
    id: "lieThing",
    route: "GET /lie",
    handle: async () => Promise.reject(new Refusal("already_exists")),
  }),
  endpoint({
    ...common,
    id: "listThings",
    route: "GET /list",
    query: z.object({ of: z.string().optional(), cursor: z.string().optional() }),
    reply: pageOf(Thing),
    handle: async ({ query }) => ({
      items: [{ id: "=t1", version: 3, inside: "not declared" }],
      ...(query.cursor === undefined ? { nextCursor: "a/b=" } : {}),
    }),
  }),
  endpoint({ ...common, id: "breakThing", route: "GET /break", handle: async () => ({ id: 7 }) as never }),
];
const service = defineService<Context>({
  name: "thing",
  title: "Things",
  summary: "",
  table: { indexes: {} },
  grants: { employee: ["thing:read"] },
  lifecycles: {},
  events: [],
  endpoints,
  subscriptions: [],
  schedules: [],
});
const router = createRouter(service, createAuthenticator({}, service.grants), (caller) => ({ caller }));
const claims = { sub: "ann", client_id: "portal" };
const send = async (routeKey: string, sent: Sent = {}) => {
  const event = httpEvent({ claims, ...sent, routeKey: routeKey.replace(" ", " /api") });
  const found = router.find(event);
  if (!found) throw new Error("no such route");
  return router.answer(found, event, "c-1", Number.POSITIVE_INFINITY);
};
const refusal = (code: string) => expect.objectContaining({ name: "Refusal", code });

describe("the router", () => {
  beforeEach(() => {
    calls.length = 0;
  });

  test("finds an endpoint by method and path, and nothing that is not declared", () => {
    const find = (routeKey: string) => router.find(httpEvent({ routeKey }))?.id;
    expect(find("GET /api/things")).toBe("getThing");
    expect(find("DELETE /api/things")).toBeUndefined();
    expect(find("GET /things")).toBeUndefined();
    expect(find("$default")).toBeUndefined();
  });

  test("answers a list as a table where that is asked for, with a link to the next page", async () => {
    const headers = { accept: "text/csv" };
    const first = await send("GET /list", { headers, query: { of: "a b&c" } });
    expect(first.body).toBe("id,version\r\n'=t1,3\r\n");
    expect(first.headers).toEqual({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="listThings.csv"',
      link: '</api/things/t1?of=a+b%26c&cursor=a%2Fb%3D>; rel="next"',
    });
    const last = await send("GET /list", { headers, query: { cursor: "a/b=" } });
    expect(last.headers.link).toBeUndefined();
    expect((await send("GET /list")).headers["content-type"]).toBe("application/json");
    expect((await send("GET /things", { headers })).headers["content-type"]).toBe("application/json");
  });

  test("answers with what the reply's schema names and nothing else", async () => {
    const reply = await send("GET /things");
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({ "content-type": "application/json" });
    expect(JSON.parse(reply.body ?? "")).toEqual({ id: "t1", version: 3 });
  });

  test("answers with the declared status", async () => {
    expect((await send("POST /things", { body: '{"a":1}' })).statusCode).toBe(201);
  });

  test("takes a record's version for its ETag, and says 304 to a reader who has it", async () => {
    expect((await send("GET /things")).headers).toMatchObject({ etag: '"3"' });
    const unchanged = await send("GET /things", { headers: { "if-none-match": '"3"' } });
    expect(unchanged).toMatchObject({ statusCode: 304, headers: { etag: '"3"' } });
    expect(unchanged.body).toBeUndefined();
    expect((await send("GET /things", { headers: { "if-none-match": '"2"' } })).statusCode).toBe(200);
    const written = await send("POST /things", { body: '{"a":1}', headers: { "if-none-match": '"3"' } });
    expect(written.statusCode).toBe(201);
  });

  test("hands on who calls and what ties the traces together", async () => {
    await send("GET /things");
    expect(calls).toMatchObject([{ actor: { id: "ann", roles: ["employee"] }, correlationId: "c-1" }]);
  });

  test("lets nobody pass without a token or without the permission, whatever else is wrong", async () => {
    const wrong = { body: "{", headers: { "content-type": "text/plain" } };
    await expect(send("POST /things", { ...wrong, claims: {} })).rejects.toEqual(refusal("unauthenticated"));
    await expect(send("GET /rule", wrong)).rejects.toEqual(refusal("forbidden"));
    expect(calls).toEqual([]);
  });

  test("lets everybody pass where no permission is declared", async () => {
    expect((await send("GET /open", { claims: {} })).statusCode).toBe(200);
    expect(calls).toMatchObject([{ actor: { id: "anonymous" } }]);
  });

  test("hands declared refusals on and takes every other one for a defect", async () => {
    await expect(send("GET /refuse")).rejects.toEqual(refusal("not_found"));
    await expect(send("GET /lie")).rejects.toThrow("lieThing refused with undeclared already_exists");
  });

  test("takes a reply that its schema does not allow for a defect", async () => {
    await expect(send("GET /break")).rejects.not.toEqual(refusal("invalid_input"));
  });

  test("refuses a malformed If-Match to a change as invalid input, and ignores it where nothing is changed", async () => {
    const sent = { body: '{"a":1}', headers: { "if-match": "nonsense" } };
    await expect(send("PUT /things", sent)).rejects.toEqual(refusal("invalid_input"));
    await expect(send("POST /things", sent)).rejects.toEqual(refusal("invalid_input"));
    expect((await send("GET /things", sent)).statusCode).toBe(200);
  });

  test("ties an Idempotency-Key to the caller, the operation, the path and the body, of a POST only", async () => {
    const headers = { "idempotency-key": "k" };
    await send("POST /things", { body: '{"a":1}', headers });
    await send("POST /things", { body: '{"a":1}', headers });
    await send("POST /things", { body: '{"a":2}', headers });
    await send("POST /things", { body: '{"a":1}', headers, claims: { ...claims, sub: "bob" } });
    await send("PUT /things", { body: '{"a":1}', headers });
    const [first, same, otherBody, otherCaller, put] = calls.map(({ once }) => once);
    expect(same).toEqual(first);
    expect(otherBody?.key).toBe(first?.key);
    expect(otherBody?.fingerprint).not.toBe(first?.fingerprint);
    expect(otherCaller?.key).not.toBe(first?.key);
    expect(put).toBeUndefined();
  });
});
