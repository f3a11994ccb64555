import { putFile, sendFile, tellScanned, testFile } from "../bed/send-file.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";
import { changedAssembly } from "../hostile/support/changed-assembly.ts";

const day = 24 * 60 * 60_000;

describe("files of an incident", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const open = async (report: object = {}): Promise<string> =>
    (await bed.as("eve").post("/incidents", { title: "It says no", ...report })).body.id;
  const attachmentsOf = async (who: "eve" | "ann", id: string) =>
    (await bed.as(who).get(`/incidents/${id}`)).body.attachments ?? [];
  const keysUnder = (id: string) => bed.objects().filter(({ key }) => key.includes(id));
  const pass = async (ms: number) => {
    bed.clock.moveTo(bed.clock.now() + ms);
    await bed.drain();
  };

  it("reaches whoever may see the incident, byte for byte, and stays", async () => {
    const id = await open();
    const file = testFile("the screen\u0000\u00ff", { name: "../error.png", type: "image/png" });
    const added = await sendFile(bed.as("eve"), `/incidents/${id}`, file);
    expect(added.body.attachments).toMatchObject([
      { name: "error.png", size: file.bytes.length, addedBy: "eve" },
    ]);
    const [{ id: attachmentId }] = await attachmentsOf("ann", id);
    const { body } = await bed.as("ann").post(`/incidents/${id}/attachments/open`, { attachmentId });
    const download = await fetch(body.download.url);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(file.bytes);
    expect(download.headers.get("content-disposition")).toMatch(/^attachment; filename="error\.png"/);
    expect((await fetch(body.preview.url)).headers.get("content-type")).toBe("image/png");
    await bed.drain();
    await pass(30 * day);
    expect(keysUnder(id)).toMatchObject([{ tags: {} }]);
    const { items } = (await bed.as("eve").get(`/incidents/${id}/history`)).body;
    expect(items.at(-1)).toMatchObject({
      type: "IncidentAttachmentAdded",
      data: { attachment: { name: "error.png", sha256: file.facts.sha256, addedBy: "eve" } },
      changes: {},
    });
  });

  it("does not exist for another employee: neither listed, fetched, added nor removed", async () => {
    const id = await open();
    const file = testFile("eve's secret");
    await sendFile(bed.as("eve"), `/incidents/${id}`, file);
    const [{ id: attachmentId }] = await attachmentsOf("eve", id);
    const emil = bed.as("emil");
    const tries = await Promise.all([
      emil.get(`/incidents/${id}`),
      emil.post(`/incidents/${id}/uploads`, file.facts),
      emil.post(`/incidents/${id}/attachments`, file.facts),
      emil.post(`/incidents/${id}/attachments/open`, { attachmentId }),
      emil.post(`/incidents/${id}/attachments/remove`, { attachmentId }),
    ]);
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const own = await open();
    const other = await bed.as("eve").post(`/incidents/${own}/attachments/open`, { attachmentId });
    expect(other.status).toBe(404);
  });

  it("is closed with its incident, also for agents of other teams", async () => {
    const id = await open();
    await sendFile(bed.as("eve"), `/incidents/${id}`, testFile("salaries"));
    const [{ id: attachmentId }] = await attachmentsOf("ann", id);
    const { body } = await bed.as("ann").post(`/incidents/${id}/assign`, { teamId: "desk" });
    await bed.as("ann").patch(`/incidents/${id}`, { restricted: true }, { ifMatch: body.version });
    const ask = (who: "nora" | "ann" | "eve") =>
      bed.as(who).post(`/incidents/${id}/attachments/open`, { attachmentId });
    expect([(await ask("nora")).status, (await ask("ann")).status, (await ask("eve")).status]).toEqual([
      404, 200, 200,
    ]);
    await bed.drain();
    const late = await sendFile(
      bed.as("ann"),
      `/incidents/${id}`,
      testFile("more", { name: "bonus-list.txt" }),
    );
    expect(late.status).toBe(200);
    const published = [...(await bed.stored()).values()].flat().filter(({ detail }) => detail !== undefined);
    expect(JSON.stringify(published.map(({ detail }) => detail))).not.toContain("bonus-list");
  });

  it("that is internal is not shown to the caller, who cannot guess it open either", async () => {
    const id = await open();
    const file = testFile("what we suspect", { internal: true, name: "suspicion.txt" });
    expect((await sendFile(bed.as("eve"), `/incidents/${id}`, file)).status).toBe(403);
    await sendFile(bed.as("ann"), `/incidents/${id}`, file);
    const [{ id: attachmentId }] = await attachmentsOf("ann", id);
    expect(await attachmentsOf("eve", id)).toEqual([]);
    const refused = await bed.as("eve").post(`/incidents/${id}/attachments/open`, { attachmentId });
    expect(refused.status).toBe(404);
    const { sha256, size, type } = file.facts;
    const guessed = await bed
      .as("eve")
      .post(`/incidents/${id}/attachments`, { name: "guess.txt", sha256, size, type });
    expect(guessed.status).toBe(422);
    const history = JSON.stringify((await bed.as("eve").get(`/incidents/${id}/history`)).body);
    expect(history).not.toMatch(/suspicion|IncidentAttachment/);
  });

  it("is taken only as it was described: other bytes, lengths, types and keys are refused and never seen", async () => {
    const id = await open();
    const file = testFile("as described");
    const { body } = await bed.as("eve").post(`/incidents/${id}/uploads`, file.facts);
    const send = async (bytes: Buffer, other = {}, url: string = body.upload.url) =>
      (await putFile({ ...body.upload, url }, bytes, other)).status;
    expect(await send(Buffer.from("as described?"))).toBe(403);
    expect(await send(Buffer.from("as DESCRIBED"))).toBe(400);
    expect(await send(file.bytes, { "content-type": "text/html" })).toBe(403);
    expect(await send(file.bytes, { "x-amz-meta-more": "1" })).toBe(403);
    expect(await send(file.bytes, { "x-amz-tagging": "state=kept" })).toBe(403);
    expect(await send(file.bytes, {}, body.upload.url.replace(id, "INC0000001"))).toBe(403);
    expect((await fetch(body.upload.url)).status).toBe(403);
    expect((await bed.as("eve").post(`/incidents/${id}/attachments`, file.facts)).status).toBe(422);
    expect(keysUnder(id)).toEqual([]);
    expect(await send(file.bytes)).toBe(200);
    expect(await send(file.bytes)).toBe(412);
    const wrong = { ...file.facts, type: "image/png" };
    expect((await bed.as("eve").post(`/incidents/${id}/attachments`, wrong)).status).toBe(422);
    expect(await attachmentsOf("eve", id)).toEqual([]);
  });

  it("cannot be sent, or fetched, by an address that is too old", async () => {
    const id = await open();
    const file = testFile("late");
    const { body } = await bed.as("eve").post(`/incidents/${id}/uploads`, file.facts);
    await pass(6 * 60_000);
    const late = await putFile(body.upload, file.bytes);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining("expired")]);
  });

  it("goes with its bytes when it is removed, and comes back as another", async () => {
    const id = await open();
    const file = testFile("with a password");
    await sendFile(bed.as("eve"), `/incidents/${id}`, file);
    await bed.drain();
    const [{ id: first }] = await attachmentsOf("eve", id);
    const removed = await bed.as("ann").post(`/incidents/${id}/attachments/remove`, { attachmentId: first });
    expect(removed.body.attachments).toEqual([]);
    await bed.drain();
    expect(keysUnder(id)).toEqual([]);
    await sendFile(bed.as("eve"), `/incidents/${id}`, file);
    await bed.drain();
    const [{ id: second }] = await attachmentsOf("eve", id);
    expect(second).not.toBe(first);
    expect(keysUnder(id)).toHaveLength(1);
  });

  it("that nobody attached goes by itself", async () => {
    const id = await open();
    const file = testFile("never attached");
    const { body } = await bed.as("eve").post(`/incidents/${id}/uploads`, file.facts);
    await putFile(body.upload, file.bytes);
    expect(keysUnder(id)).toHaveLength(1);
    await pass(9 * day);
    expect(keysUnder(id)).toEqual([]);
  });

  it("stays reachable on a duplicate, for its caller and for who works on the incident that stayed", async () => {
    const [survivor, duplicate] = [await open(), await open()];
    await sendFile(bed.as("eve"), `/incidents/${duplicate}`, testFile("the same error"));
    await bed.as("ann").post(`/incidents/${duplicate}/merge`, { into: survivor });
    const [{ id: attachmentId }] = await attachmentsOf("ann", duplicate);
    const opened = await bed.as("eve").post(`/incidents/${duplicate}/attachments/open`, { attachmentId });
    expect((await fetch(opened.body.download.url)).status).toBe(200);
    const more = testFile("one more", { name: "more.txt" });
    expect((await sendFile(bed.as("eve"), `/incidents/${duplicate}`, more)).status).toBe(200);
    await bed.drain();
    const { items } = (await bed.as("ann").get(`/incidents/${survivor}/history`)).body;
    expect(items.at(-1)).toMatchObject({ data: { text: `File on duplicate ${duplicate}: more.txt` } });
  });

  it("had all the permissions it needed, and none was refused", async () => {
    await bed.drain();
    expect(bed.denied()).toEqual([]);
  });
});

describe("files in an installation with a scanner", () => {
  let bed: Bed;
  let remove: () => void;
  beforeAll(async () => {
    const changed = await changedAssembly((template) =>
      template.replaceAll('\\"scan\\":false', '\\"scan\\":true'),
    );
    remove = changed.remove;
    bed = await startBed({ assembly: changed.assembly });
  });
  afterAll(async () => {
    await bed.stop();
    remove();
  });

  const open = async (): Promise<string> =>
    (await bed.as("eve").post("/incidents", { title: "It says no" })).body.id;
  const fileIn = async (id: string) => (await bed.as("ann").get(`/incidents/${id}`)).body.attachments[0];
  const opened = async (id: string) =>
    bed.as("ann").post(`/incidents/${id}/attachments/open`, { attachmentId: (await fileIn(id)).id });

  it("open to nobody before they are clean", async () => {
    const id = await open();
    await sendFile(bed.as("eve"), `/incidents/${id}`, testFile("harmless"));
    await bed.drain();
    expect([(await fileIn(id)).check, (await opened(id)).status]).toEqual(["waiting", 422]);
    tellScanned(bed, `incident/${id}/${(await fileIn(id)).id}`, "NO_THREATS_FOUND");
    await bed.drain();
    expect([(await fileIn(id)).check, (await opened(id)).status]).toEqual(["clean", 200]);
  });

  it("stay closed, and lose their bytes, where a threat was found or nothing could be looked into", async () => {
    for (const status of ["THREATS_FOUND", "UNSUPPORTED", "FAILED"] as const) {
      const id = await open();
      await sendFile(bed.as("eve"), `/incidents/${id}`, testFile(status));
      tellScanned(bed, `incident/${id}/${(await fileIn(id)).id}`, status);
      await bed.drain();
      expect([(await fileIn(id)).check, (await opened(id)).status]).toEqual(["refused", 422]);
      expect(bed.objects().filter(({ key }) => key.includes(id))).toEqual([]);
    }
  });

  it("know what was found before they were attached", async () => {
    const id = await open();
    const file = testFile("scanned at once");
    const { body } = await bed.as("eve").post(`/incidents/${id}/uploads`, file.facts);
    await putFile(body.upload, file.bytes);
    tellScanned(bed, `incident/${id}/${body.attachmentId}`, "NO_THREATS_FOUND");
    await bed.drain();
    await bed.as("eve").post(`/incidents/${id}/attachments`, file.facts);
    await bed.drain();
    expect((await fileIn(id)).check).toBe("clean");
  });

  it("are not disturbed by what a scanner says of other objects", async () => {
    tellScanned(bed, "somebody/else's", "THREATS_FOUND");
    tellScanned(bed, "incident/INC9999999/ab", "THREATS_FOUND");
    await bed.drain();
    expect(bed.stats().queues.filter(({ name, visible }) => name.includes("dead") && visible > 0)).toEqual(
      [],
    );
  });
});
