import { type Bed, startBed } from "../bed/start-bed.ts";

const how =
  "Deleted the stored credentials of the mail client, signed in again and confirmed that new mail arrives.";

describe("what was learnt from an incident", () => {
  let bed: Bed;
  let articleId: string;
  const incidents: string[] = [];
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const pass = async (minutes: number): Promise<void> => {
    for (const some of [minutes - 1, 1].filter((each) => each > 0)) {
      bed.clock.moveTo(bed.clock.now() + some * 60_000);
      await bed.drain();
    }
  };
  const resolve = async (title: string): Promise<void> => {
    const { id } = (
      await bed.as("eve").post("/incidents", { title, category: "software", ciIds: ["mail-1"] })
    ).body;
    await bed.as("ann").post(`/incidents/${id}/take`, {});
    await bed.as("ann").post(`/incidents/${id}/resolve`, { code: "fixed", text: how });
    incidents.push(id);
    await bed.drain();
  };
  const drafts = async () => (await bed.as("kim").get("/articles", { query: { state: "draft" } })).body.items;
  const suggested = async (who: "eve" | "emil" | "ann") =>
    (await bed.as(who).post("/knowledge/suggestions", { title: "outlook asks for my pasword again" })).body;
  const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  const article = async () => (await bed.as("kim").get(`/articles/${articleId}`)).body;
  const linksOf = async (id: string) => {
    const { links } = (await bed.as("ann").get(`/incidents/${id}`)).body;
    return links.map((link: { target: string }) => link.target);
  };

  it("is drafted once it came often enough, for the one who solved it, and tied both ways", async () => {
    await resolve("Outlook asks for the password");
    await resolve("Outlook keeps asking for a password");
    await pass(4);
    expect(await drafts()).toEqual([]);
    await resolve("Outlook asks for password again");
    await pass(4);
    const found = await drafts();
    expect(found).toHaveLength(1);
    articleId = found[0].id;
    expect(await article()).toMatchObject({ ownerId: "ann", origin: { kind: "incident", id: incidents[2] } });
    expect((await article()).text.body).toContain(how);
    expect((await article()).links.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      incidents.toSorted(),
    );
    for (const id of incidents) expect(await linksOf(id)).toContain(articleId);
  });

  it("is no second draft when it comes again", async () => {
    await resolve("Outlook asks for my password again");
    await pass(4);
    expect(idsOf(await drafts())).toEqual([articleId]);
    expect((await article()).links).toHaveLength(4);
  });

  it("is suggested to nobody before somebody else has reviewed it", async () => {
    for (const who of ["eve", "ann"] as const) expect((await suggested(who)).articles).toEqual([]);
    expect((await bed.as("eve").get(`/articles/${articleId}`)).status).toBe(404);
  });

  it("is suggested to the next caller once it is published, with how like tickets were resolved to agents", async () => {
    const body = {
      title: "Outlook asks for the password again and again",
      body: how,
      audience: "everyone",
      keywords: ["credentials"],
    };
    const { status } = await bed
      .as("ann")
      .put(`/articles/${articleId}`, body, { headers: { "if-match": "*" } });
    expect(status).toBe(200);
    await bed.as("ann").post(`/articles/${articleId}/submit`, {});
    expect((await bed.as("ann").post(`/articles/${articleId}/publish`, {})).status).toBe(422);
    expect((await bed.as("kim").post(`/articles/${articleId}/publish`, {})).status).toBe(200);
    await pass(1);
    expect(idsOf((await suggested("emil")).articles)).toEqual([articleId]);
    expect((await suggested("emil")).tickets).toEqual([]);
    expect(idsOf((await suggested("ann")).tickets)).toEqual(expect.arrayContaining([incidents[0]]));
  });

  it("counts as reuse when the next ticket is resolved like that, and its owner is asked to improve it", async () => {
    await resolve("Outlook wants the password again");
    await pass(4);
    expect((await bed.as("kim").get(`/articles/${articleId}/worth`)).body.reuses).toBe(1);
    expect(await linksOf(incidents.at(-1) as string)).toContain(articleId);
    const { items } = (await bed.as("ann").get("/knowledge-tasks", { query: { ownerId: "ann" } })).body;
    expect(items).toMatchObject([{ kind: "improve", articleId, state: "open" }]);
  });

  it("gets feedback, and what is flagged becomes its owner's task", async () => {
    await bed.as("emil").post(`/articles/${articleId}/rate`, { helpful: true });
    await bed.as("eve").post(`/articles/${articleId}/rate`, { helpful: true });
    await bed
      .as("eve")
      .post(`/articles/${articleId}/rate`, { helpful: false, comment: "Where are they stored?" });
    await bed.as("eve").post(`/articles/${articleId}/flag`, { reason: "Step one is missing" });
    expect((await bed.as("kim").get(`/articles/${articleId}/worth`)).body).toMatchObject({
      helpful: 1,
      unhelpful: 1,
    });
    const { items } = (await bed.as("ann").get("/knowledge-tasks", { query: { ownerId: "ann" } })).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(["flag", "improve"]);
  });

  it("spares a ticket, or does not", async () => {
    await bed.as("emil").post(`/articles/${articleId}/open`, {});
    await bed.as("eve").post(`/articles/${articleId}/open`, {});
    bed.clock.moveTo(bed.clock.now() + 3_600_000);
    await bed.as("eve").post("/incidents", { title: "It still asks" });
    await bed.drain();
    bed.clock.moveTo(bed.clock.now() + 24 * 3_600_000);
    await pass(6);
    expect((await bed.as("kim").get(`/articles/${articleId}/worth`)).body).toMatchObject({
      spared: 1,
      followed: 1,
    });
  });
});
