import { bodyLimit } from "../../shared/http/read-request.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";
import { createSender, type Sender } from "./support/send-exactly.ts";

describe("the entrance", () => {
  let bed: Bed;
  let sender: Sender;
  beforeAll(async () => {
    bed = await startBed();
    sender = createSender(bed.url);
  });
  afterAll(async () => {
    sender.stop();
    await bed.stop();
  });
  const json = async () => ({
    authorization: `Bearer ${await bed.token("eve")}`,
    "content-type": "application/json",
  });
  const open = async (body: string | Buffer) =>
    sender.send({ method: "POST", path: "/api/incidents", headers: await json(), body });

  test("refuses a long body before it looks at it, a very long one before a function sees it", async () => {
    await bed.drain({ timeoutMs: 120_000 });
    const before = await bed.stored();
    const long = await open(JSON.stringify({ title: "x".repeat(bodyLimit) }));
    expect([long.status, (long.body as { code: string }).code]).toEqual([413, "too_large"]);
    // What is compressed or no text comes to the function as Base64, which is longer by a third.
    const zipped = await sender.send({
      method: "POST",
      path: "/api/incidents",
      headers: { ...(await json()), "content-encoding": "gzip" },
      body: Buffer.alloc(bodyLimit, 0xff),
    });
    expect([zipped.status, (zipped.body as { code: string }).code]).toEqual([413, "too_large"]);
    const huge = await open(Buffer.alloc(10 * 1024 * 1024 + 1, "x")).catch(() => "the line was cut");
    if (huge !== "the line was cut") expect(huge).toMatchObject({ status: 413 });
    expect([...(await bed.stored())]).toEqual([...before]);
  });

  test.each([
    [
      "bytes that are no UTF-8",
      Buffer.from([...Buffer.from('{"title":"a'), 0xff, 0xc0, ...Buffer.from('"}')]),
      "body",
    ],
    ["half a character", '{"title":"a\\ud800"}', "body.title"],
    ["half a character deep inside", '{"title":"a","ciIds":["x","\\udc00y"]}', "body.ciIds.1"],
    ["half a character in a name", '{"title":"a","\\udc00":1}', "body"],
  ])("refuses %s, which would come back as another text", async (_what, body, place) => {
    const { status, body: problem } = await open(body);
    expect([status, problem]).toMatchObject([400, { code: "invalid_input", violations: [{ path: place }] }]);
  });

  test("takes whole characters however they are written", async () => {
    const answer = await open('{"title":"\\ud83d\\ude00 \u{1f600} \\\\ud800"}');
    expect([answer.status, answer.body]).toMatchObject([201, { title: "\u{1f600} \u{1f600} \\ud800" }]);
  });
});
