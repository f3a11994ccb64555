import { type Bed, startBed } from "../bed/start-bed.ts";

const hour = 3_600_000;

describe("a link in a mail", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
    const step = (id: string) => ({ name: "Asked", approvers: [{ kind: "person", id }] });
    const model = { name: "Asked", type: "normal", approval: { steps: [step("nora")] } };
    modelId = (await bed.as("chad").post("/change-models", model)).body.id;
    await bed.as("chad").post("/change-freezes", {
      ...{ name: "Year end", reason: "Closing the books", ciIds: ["ledger"] },
      ...{ from: "2026-01-01T00:00:00Z", to: "2099-01-01T00:00:00Z", exception: { steps: [step("kim")] } },
    });
    // Known everywhere by then.
    bed.clock.moveTo(bed.clock.now() + 6000);
  });
  afterAll(() => bed.stop());
  let modelId: string;

  const change = async (ciIds: readonly string[] = ["gateway"]) => {
    const { id } = (
      await bed.as("ann").post("/changes", {
        ...{ title: "New certificate", type: "normal", modelId, ciIds },
        plannedStart: new Date(bed.clock.now() + hour).toISOString(),
        plannedEnd: new Date(bed.clock.now() + 3 * hour).toISOString(),
      })
    ).body;
    for (const verb of ["submit", "assess"]) await bed.as("ann").post(`/changes/${id}/${verb}`, {});
    return id as string;
  };
  const link = async (id: string, personId: string, about?: string) =>
    (await bed.as("robot").post(`/changes/${id}/decision-link`, { personId, about })).body;
  const decide = (id: string, token: string, verdict = "approve") =>
    bed.as("nobody" as never).post(`/changes/${id}/decide-by-link`, { token, verdict });
  const look = (id: string, token: string) =>
    bed.as("nobody").post(`/changes/${id}/decide-by-link/read`, { token });
  const read = async (id: string) => (await bed.as("ann").get(`/changes/${id}`)).body;

  test("decides once in the name of whom it was made for, without signing in", async () => {
    const id = await change();
    const { token } = await link(id, "nora");
    const { status, body } = await look(id, token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ changeId: id, title: "New certificate", about: "change", personId: "nora" });
    expect(body).not.toHaveProperty("decided");
    expect(body).not.toHaveProperty("requesterId");
    expect(await decide(id, token)).toMatchObject({
      status: 200,
      body: { changeId: id, verdict: "approve" },
    });
    expect(await read(id)).toMatchObject({ state: "scheduled" });
    expect((await look(id, token)).body).toMatchObject({ decided: "approve" });
    expect((await decide(id, token, "reject")).status).toBe(409);
    expect(await read(id)).toMatchObject({ state: "scheduled" });
  });

  test("is for one change, for its time, and for who is asked", async () => {
    const [id, other] = [await change(), await change()];
    expect((await link(id, "eve")).code).toBe("rule_violation");
    const { token } = await link(id, "nora");
    expect((await decide(other, token)).status).toBe(404);
    expect((await look(other, token)).status).toBe(404);
    expect((await decide(id, `${token}x`)).status).toBe(404);
    bed.clock.moveTo(bed.clock.now() + 7 * 24 * hour);
    expect((await decide(id, token)).status).toBe(404);
  });

  test("about a freeze decides on the exception, and no link decides on the other question", async () => {
    const id = await change(["ledger"]);
    await bed.as("ann").post(`/changes/${id}/freeze-exception`, { reason: "It expires today" });
    expect((await link(id, "kim")).code).toBe("rule_violation");
    const [about, other] = [await link(id, "kim", "exception"), await link(id, "nora")];
    expect((await look(id, about.token)).body).toMatchObject({
      about: "exception",
      reason: "It expires today",
    });
    expect((await decide(id, about.token)).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: "authorize", exception: { state: "granted" } });
    expect((await decide(id, other.token)).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: "scheduled", exception: { state: "granted" } });
  });
});
