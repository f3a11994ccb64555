import { candidateGroup, candidateProjection } from "../../../services/incident/known-candidate.ts";
import { candidateChanged } from "../../../services/incident/subscriptions/candidate-changed.ts";
import { incidentTable } from "../../../services/incident/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { createProjections } from "../../../shared/dynamo/projections.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

describe("a problem candidate, as incidents name it", () => {
  let fresh: FreshTable;
  beforeAll(async () => {
    fresh = await freshTable(incidentTable);
  });
  afterAll(() => fresh.stop());

  const candidates = () =>
    createProjections(candidateProjection, {
      table: fresh.table,
      client: fresh.client,
      clock: { now: () => new Date("2026-03-01T10:00:00.000Z") },
      actor: serviceActor("incident"),
      correlationId: "c-1",
    });
  const tell = async (type: string, state: string, sequence: number): Promise<void> => {
    const candidate = {
      id: "PRC0000001",
      state,
      likeness: { kind: "ci", ciId: "db-1" },
      incidentIds: ["INC0000001"],
      lastOpenedAt: "2026-03-01T10:00:00.000Z",
    };
    const meta = { subject: candidate.id, sequence };
    for (const { id, handle } of candidateChanged)
      if (id === type)
        await handle({ meta, data: { candidate } } as never, { candidates: candidates() } as never);
  };
  const named = async () =>
    (await candidates().members(candidateGroup.ci("db-1"), "0", 5)).map(({ id }) => id);

  it("is named while it is proposed, and no more once somebody accepted or dismissed it", async () => {
    await tell("problem-candidate-proposed", "proposed", 1);
    expect(await named()).toEqual(["PRC0000001"]);
    await tell("problem-candidate-accepted", "accepted", 2);
    expect(await named()).toEqual([]);
    await tell("problem-candidate-proposed", "proposed", 3);
    expect(await named()).toEqual(["PRC0000001"]);
    await tell("problem-candidate-dismissed", "dismissed", 4);
    expect(await named()).toEqual([]);
  });
});
