import type { IncidentSnapshot } from "../../../services/incident/events.ts";
import { carryOut } from "../../../services/problem/accept-candidate.ts";
import { createConnect } from "../../../services/problem/connect.ts";
import { accept } from "../../../services/problem/decisions/candidate.ts";
import { cancel } from "../../../services/problem/decisions/progress.ts";
import { defaultSettings, type ProblemSettings } from "../../../services/problem/settings.ts";
import { incidentChanged } from "../../../services/problem/subscriptions/incident-changed.ts";
import { type ProblemContext, problemTable } from "../../../services/problem/table.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

describe("incidents like those that a problem got", () => {
  let fresh: FreshTable;
  let heard = 0;
  const minute = 60_000;
  const begin = Date.parse("2026-03-01T10:00:00.000Z");
  beforeEach(async () => {
    fresh = await freshTable(problemTable);
    heard = 0;
  });
  afterEach(() => fresh.stop());

  const context = (likeIncidents: ProblemSettings["likeIncidents"], once?: string): ProblemContext => {
    const scope: Scope = {
      table: fresh.table,
      client: fresh.client,
      clock: { now: () => new Date(begin + heard * minute) },
      actor: serviceActor("problem"),
      correlationId: "c-1",
      ...(once ? { once: { key: `INBOX#${once}`, keepSeconds: 60 } } : {}),
    };
    return { ...createConnect()(scope), settings: async () => ({ ...defaultSettings, likeIncidents }) };
  };

  const report = async (
    facts: object,
    likeIncidents: ProblemSettings["likeIncidents"] = "link",
  ): Promise<string> => {
    heard++;
    const id = `INC000000${heard}`;
    const openedAt = new Date(begin + heard * minute).toISOString();
    const incident = { id, state: "new", ciIds: [], links: [], openedAt, ...facts };
    const opened = incidentChanged.find((each) => each.id === "incident-opened");
    await opened?.handle(
      {
        meta: { subject: id, sequence: 1 } as never,
        data: { incident: incident as unknown as IncidentSnapshot },
      },
      context(likeIncidents, id),
    );
    return id;
  };

  /** The candidate's incidents become a new problem's. */
  const accepted = async (incidentIds: string[]): Promise<string> => {
    heard++;
    const own = context("leave");
    const problemId = "PRB0000001";
    const acceptance = { isNew: true, acceptedBy: "pia", incidentIds, impact: 3, urgency: 3 };
    const candidate = await own.candidates.update("PRC0000001", undefined, (one) =>
      accept(one, problemId, acceptance, own.now()),
    );
    await carryOut(candidate, acceptance, own);
    return problemId;
  };
  const tied = async (problemId: string) => (await context("leave").problems.get(problemId)).incidentIds;
  const three = async (facts: object) => [await report(facts), await report(facts), await report(facts)];

  it.each([
    ["CI", { ciIds: ["db-1"] }],
    ["service and category", { serviceId: "vpn", category: "network" }],
  ])("by their %s are tied to it, where the rules want it so", async (_what, facts) => {
    const first = await three(facts);
    const problemId = await accepted(first);
    await report(facts, "leave");
    expect((await tied(problemId)).toSorted()).toEqual(first);
    const later = await report(facts);
    expect(await tied(problemId)).toContain(later);
    const other = await report({ ciIds: ["db-2"], serviceId: "vpn", category: "hardware" });
    expect(await tied(problemId)).not.toContain(other);
  });

  it("by their title are tied to it, too", async () => {
    const said = { title: "Outlook asks for the password again" };
    const first = [...(await three(said)), await report(said), await report(said)];
    const problemId = await accepted(first);
    const later = await report({ title: "Outlook asks again for password" });
    expect(await tied(problemId)).toContain(later);
    expect(await tied(problemId)).not.toContain(await report({ title: "Outlook is slow in the morning" }));
  });

  it("are left alone once the problem is over: they say that it came back", async () => {
    const first = await three({ ciIds: ["db-1"] });
    const problemId = await accepted(first);
    heard++;
    const own = context("leave");
    const on = { actor: serviceActor("problem"), now: own.now(), settings: await own.settings() };
    await own.problems.update(problemId, undefined, (problem) =>
      cancel.decide(problem, { reason: "None" }, on),
    );
    await report({ ciIds: ["db-1"] });
    expect((await tied(problemId)).toSorted()).toEqual(first);
  });
});
