import fc from "fast-check";
import { convert } from "../../../services/incident/decisions/convert.ts";
import { hear, hearAll, tie } from "../../../services/incident/decisions/follow-problem.ts";
import { hold, reopen } from "../../../services/incident/decisions/progress.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import type { KnownProblem } from "../../../services/incident/known-problem.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { agent, applied, done, now, on, opened, types } from "./given.ts";

const self = on(serviceActor("incident"));
const link = { type: "problem", target: "PRB0000001" } as const;
const tied = (more: object = {}): Incident => ({ ...opened(), links: [link], ...more });
const waiting = () => done(tied(), hold, { reason: "awaiting_problem" }, on(agent));
const said = (number: number, audience: "callers" | "agents" = "callers") => ({
  number,
  audience,
  text: `Word ${number}`,
  at: now,
});
const known = (more: Partial<KnownProblem> = {}): KnownProblem => ({
  id: link.target,
  state: "root_cause_analysis",
  ...more,
});
const fixed = (more: Partial<KnownProblem> = {}): KnownProblem =>
  known({
    state: "resolved",
    resolutionCode: "fix_applied",
    resolution: "Patched",
    resolvedAt: now,
    heldIncidents: "resolve",
    ...more,
  });
const heard = (incident: Incident, ...problems: readonly KnownProblem[]) =>
  problems.reduce((one, problem) => applied(one, hear(one, problem, [], self)), incident);

describe("an incident and its problem", () => {
  test("are tied as the problem said last, in whatever order its words come and however often", () => {
    const word = fc.record({ sequence: fc.integer({ min: 1, max: 6 }), isLinked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        // One event has one meaning.
        const told = words.map(({ sequence }) => ({ sequence, isLinked: sequence % 2 === 1 }));
        const incident = told.reduce(
          (one, each) => applied(one, tie(one, { problemId: link.target, ...each })),
          opened(),
        );
        const last = Math.max(0, ...told.map(({ sequence }) => sequence));
        expect(incident.links).toEqual(last % 2 === 1 ? [link] : []);
      }),
    );
  });

  test("are not tied from outside where the incident is restricted", () => {
    const restricted = opened({ restricted: true });
    expect(tie(restricted, { problemId: link.target, sequence: 1, isLinked: true })).toEqual([]);
  });

  test("tell callers a comment and agents a note, each once and in order", () => {
    const communicated = { fix: said(1), workaround: said(2, "agents") };
    const decision = hear(tied(), known({ communicated }), [], self);
    expect(types(decision)).toEqual(["IncidentCommented", "IncidentNoted"]);
    const after = applied(tied(), decision);
    expect(hear(after, known({ communicated }), [], self)).toEqual([]);
    expect(types(hear(after, known({ communicated: { ...communicated, fix: said(3) } }), [], self))).toEqual([
      "IncidentCommented",
    ]);
  });

  test("tell nothing to who is not tied, or is over", () => {
    const communicated = { workaround: said(1) };
    expect(hear(opened(), known({ communicated }), [], self)).toEqual([]);
    expect(hear(tied({ state: "resolved" }), known({ communicated }), [], self)).toEqual([]);
  });

  test("publish no word on a restricted incident", () => {
    const decision = hear(tied({ restricted: true }), known({ communicated: { fix: said(1) } }), [], self);
    expect(decision).toHaveLength(1);
    expect(JSON.stringify(decision.map(({ data }) => data))).not.toContain("Word 1");
  });

  test("end together where the incident waited for it", () => {
    expect(heard(waiting(), fixed())).toMatchObject({
      state: "resolved",
      resolution: { code: "resolved_by_problem", text: "Patched" },
    });
    expect(heard(tied(), fixed()).state).toBe("new");
  });

  test("do not end together where the rule offers it, or another problem is still open: agents are told once", () => {
    const offered = hear(waiting(), fixed({ heldIncidents: "offer" }), [], self);
    expect(types(offered)).toEqual(["IncidentNoted"]);
    expect(hear(applied(waiting(), offered), fixed({ heldIncidents: "offer" }), [], self)).toEqual([]);
    expect(types(hear(waiting(), fixed(), [known({ id: "PRB0000002" })], self))).toEqual(["IncidentNoted"]);
  });

  test("tell agents when the problem will not be fixed, so that nobody waits for ever", () => {
    const accepted = known({ state: "closed", resolutionCode: "risk_accepted", closedAt: now });
    const decision = hear(waiting(), accepted, [], self);
    expect(types(decision)).toEqual(["IncidentNoted"]);
    expect(decision[0]?.confidential).toMatchObject({ text: expect.stringContaining("will not be fixed") });
    expect(hear(applied(waiting(), decision), accepted, [], self)).toEqual([]);
  });

  test("leave it to people when the incident came back after the fix, until there is another fix", () => {
    const back = done(
      heard(waiting(), fixed()),
      reopen,
      { reason: "Again", hold: "awaiting_problem" },
      on(agent),
    );
    expect(hear(back, fixed(), [], self)).toEqual([]);
    expect(heard(back, fixed({ resolvedAt: "2026-03-09T09:00:00.000Z" })).state).toBe("resolved");
  });

  test("are heard all at once, so that the news of a second problem is no repetition of the first", () => {
    const second = { type: "problem", target: "PRB0000002" } as const;
    const both = tied({ links: [link, second] });
    const problems = [known({ communicated: { fix: said(1) } })];
    const decision = hearAll(
      both,
      [...problems, known({ id: second.target, communicated: { workaround: said(2) } })],
      self,
    );
    expect(decision.map(({ confidential }) => confidential)).toEqual([
      { text: "Word 1" },
      { text: "Word 2" },
    ]);
    expect(applied(both, decision).problemTies?.map(({ told }) => told)).toEqual([1, 2]);
    expect(hearAll(applied(both, decision), problems, self)).toEqual([]);
  });

  test("part when the problem is a duplicate: the other one has the incident", () => {
    const moved = heard(tied(), known({ state: "closed", duplicateOf: "PRB0000002" }));
    expect(moved.links).toEqual([{ type: "problem", target: "PRB0000002" }]);
    const both = tied({ links: [link, { type: "problem", target: "PRB0000002" }] });
    expect(heard(both, known({ duplicateOf: "PRB0000002" })).links).toHaveLength(1);
  });
});

describe("converting an incident", () => {
  test("asks for another record with its texts, once", () => {
    const incident = opened({ description: "Since Monday" });
    const decision = convert.decide(incident, { to: "problem" }, on(agent));
    expect(decision[0]?.data).toMatchObject({
      to: "problem",
      title: "No network",
      description: "Since Monday",
    });
    expect(() => convert.decide(applied(incident, decision), { to: "problem" }, on(agent))).toThrow(
      /already/,
    );
  });

  test("into a change and a request as well is another question, and each is asked once", () => {
    const incident = opened();
    const asked = (["problem", "change", "request"] as const).reduce(
      (now, to) => applied(now, convert.decide(now, { to }, on(agent))),
      incident,
    );
    expect(asked.conversions).toEqual(["problem", "change", "request"]);
    expect(() => convert.decide(asked, { to: "change" }, on(agent))).toThrow(/became a change already/);
  });

  test("is refused where its texts may not leave it, or it was none", () => {
    const restricted = opened({ restricted: true });
    expect(() => convert.decide(restricted, { to: "problem" }, on(agent))).toThrow(/Restricted/);
    const cancelled = { ...opened(), state: "cancelled" as const };
    expect(() => convert.decide(cancelled, { to: "problem" }, on(agent))).toThrow(/cancelled/);
  });
});
