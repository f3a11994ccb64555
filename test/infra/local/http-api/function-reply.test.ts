import { functionReply } from "../../../../infra/local/http-api/function-reply.ts";

describe("what a function returns becomes an answer", () => {
  it("an object with statusCode says everything itself", () => {
    expect(functionReply({ statusCode: 201, headers: { ETag: "1", "X-Count": 5 }, body: "made" })).toEqual({
      status: 201,
      headers: { etag: "1", "x-count": "5", "content-type": "text/plain;charset=utf-8" },
      body: "made",
    });
  });

  it.each([
    ["a text", "hello", "hello"],
    ["an object without statusCode", { hello: 1 }, '{"hello":1}'],
    ["a list", [1], "[1]"],
    ["nothing", undefined, "null"],
  ])("%s is the body of a 200 in JSON", (_, value, body) => {
    expect(functionReply(value)).toEqual({
      status: 200,
      headers: { "content-type": "application/json" },
      body,
    });
  });

  it("a Base64 body is sent as its bytes", () => {
    const reply = functionReply({ statusCode: 200, body: "/wA=", isBase64Encoded: true });
    expect(reply?.body).toEqual(Buffer.from([0xff, 0x00]));
  });

  it("each cookie is a header of its own", () => {
    expect(functionReply({ statusCode: 204, cookies: ["a=1", "b=2"] })?.headers["set-cookie"]).toEqual([
      "a=1",
      "b=2",
    ]);
  });

  it("headers of the connection are not the function's to set", () => {
    const headers = {
      Connection: "close",
      "Content-Length": "999",
      Date: "never",
      "Transfer-Encoding": "chunked",
    };
    expect(functionReply({ statusCode: 200, headers })?.headers).toEqual({
      "content-type": "text/plain;charset=utf-8",
    });
  });
});

describe("a malformed answer is refused", () => {
  it.each([
    ["a status that is no number", { statusCode: "fine" }],
    ["a status outside 200-599", { statusCode: 99 }],
    ["a status that is null", { statusCode: null }],
    ["a body that is an object", { statusCode: 200, body: { a: 1 } }],
    ["a header that is a list", { statusCode: 200, headers: { a: ["1", "2"] } }],
    ["a header that would begin another", { statusCode: 200, headers: { a: "1\r\nset-cookie: x=1" } }],
    ["a header name with a space", { statusCode: 200, headers: { "a b": "1" } }],
    ["cookies that are no list", { statusCode: 200, cookies: "a=1" }],
    ["more than 6 MB", { statusCode: 200, body: "a".repeat(6 * 1024 * 1024 + 1) }],
  ])("%s", (_, value) => {
    expect(functionReply(value)).toBeUndefined();
  });
});
