import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFileStore } from "../../../../shared/lambda/file-store.ts";
import { putFile, testFile } from "../../../bed/send-file.ts";
import { bucketName, startBuckets } from "../support/buckets-world.ts";

const { bytes, facts } = testFile("What the screen says");
const { size, type, sha256 } = facts;
const said = { size, type, sha256 };
const day = 24 * 60 * 60_000;

describe("a bucket, as the product's own signer meets it", () => {
  let world: Awaited<ReturnType<typeof startBuckets>>;
  beforeEach(async () => {
    world = await startBuckets();
  });
  afterEach(() => world.stop());
  const store = (service = "pencil") => createFileStore(bucketName, "unused.example.com", service);
  const send = async (key: string) => putFile(await store().uploadTo(key, said), bytes);

  it("keeps what was sent and says what it is", async () => {
    expect((await send("R1/a")).status).toBe(200);
    expect(await store().find("R1/a")).toEqual(said);
    const { url } = await store().linkTo("R1/a", { name: "größe (1).txt", type });
    const answer = await fetch(url);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get("content-disposition")).toBe(
      "attachment; filename=\"gr__e (1).txt\"; filename*=UTF-8''gr%C3%B6%C3%9Fe%20%281%29.txt",
    );
    expect(answer.headers.get("content-type")).toBe("text/plain");
  });

  it("does not write over what is there", async () => {
    await send("R1/a");
    expect((await send("R1/a")).status).toBe(412);
  });

  it("says of what is not there no more than that it is closed, and removes it all the same", async () => {
    expect(await store().find("R1/none")).toBeUndefined();
    await expect(store().remove("R1/none")).resolves.toBeUndefined();
    await expect(store().keep("R1/none")).rejects.toThrow("403");
  });

  it.each([
    ["other bytes of the same length", Buffer.from("what the screen says"), {}, 400, "BadDigest"],
    ["more bytes", Buffer.from(`${bytes}!`), {}, 403, "SignatureDoesNotMatch"],
    ["another type", bytes, { "content-type": "text/html" }, 403, "SignatureDoesNotMatch"],
    ["another checksum", bytes, { "x-amz-checksum-sha256": "AAAA" }, 403, "SignatureDoesNotMatch"],
    ["another tag", bytes, { "x-amz-tagging": "state=kept" }, 403, "SignatureDoesNotMatch"],
    ["a header that nobody signed", bytes, { "x-amz-acl": "public-read" }, 403, "AccessDenied"],
  ])("refuses %s, and keeps nothing", async (_, sent, headers, status, code) => {
    const answer = await putFile(await store().uploadTo("R1/a", said), sent, headers);
    expect([answer.status, await answer.text()]).toEqual([
      status,
      expect.stringContaining(`<Code>${code}</Code>`),
    ]);
    expect(world.objects()).toEqual([]);
  });

  it.each([
    ["another key", (url: string) => url.replace("R1/a", "R2/a")],
    ["a longer life", (url: string) => url.replace("X-Amz-Expires=300", "X-Amz-Expires=3000")],
    ["another signature", (url: string) => url.replace(/Signature=../, "Signature=00")],
    ["no signature", (url: string) => url.split("?")[0] ?? ""],
    ["another key's name", (url: string) => url.replace("AKIAPENCIL", "AKIABRUSH")],
    ["another bucket", (url: string) => url.replace(bucketName, "other")],
  ])("opens to no address with %s", async (_, change) => {
    const upload = await store().uploadTo("R1/a", said);
    const { status } = await putFile({ ...upload, url: change(upload.url) }, bytes);
    expect([403, 404]).toContain(status);
    expect(world.objects()).toEqual([]);
  });

  it("opens for as long as the address says, and not for something else", async () => {
    await send("R1/a");
    const { url } = await store().linkTo("R1/a", { name: "a.txt", type });
    expect((await fetch(url, { method: "DELETE" })).status).toBe(403);
    expect((await fetch(url.replace("text%2Fplain", "text%2Fhtml"))).status).toBe(403);
    world.clock.moveTo(world.clock.now() + 61_000);
    const late = await fetch(url);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining("Request has expired")]);
  });

  it("lets a role do what its policies allow and the bucket's own does not deny", async () => {
    const upload = await store("brush").uploadTo("R1/a", said);
    expect((await putFile(upload, bytes)).status).toBe(403);
    await send("closed/a");
    const { url } = await store().linkTo("closed/a", { name: "a.txt", type });
    expect((await fetch(url)).status).toBe(403);
  });

  it("forgets what is still pending after the days that its lifecycle gives it, and keeps the rest", async () => {
    await send("R1/a");
    await send("R1/b");
    await store().keep("R1/b");
    world.clock.moveTo(world.clock.now() + 9 * day);
    expect(world.objects().map(({ key }) => key)).toEqual(["pencil/R1/b"]);
  });

  it("answers browsers of the origins it names only", async () => {
    const ask = (origin: string, headers: string) =>
      fetch(`${world.url}/pencil/R1/a`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "PUT",
          "access-control-request-headers": headers,
        },
      });
    const granted = await ask("https://desk.example.com", "content-type,x-amz-tagging");
    expect([granted.status, granted.headers.get("access-control-allow-origin")]).toEqual([
      200,
      "https://desk.example.com",
    ]);
    expect((await ask("https://example.org", "content-type")).status).toBe(403);
    expect((await ask("https://desk.example.com", "x-amz-acl")).status).toBe(403);
  });
});

test("what a bucket has taken is there after the process has ended", async () => {
  const directory = mkdtempSync(join(tmpdir(), "objects-"));
  const first = await startBuckets(directory);
  const store = createFileStore(bucketName, "unused.example.com", "pencil");
  await putFile(await store.uploadTo("R1/a", said), bytes);
  await first.stop();
  const second = await startBuckets(directory);
  expect(second.objects()).toMatchObject([{ key: "pencil/R1/a", size, tags: { state: "pending" } }]);
  await second.stop();
});
