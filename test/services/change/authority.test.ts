import * as fc from "fast-check";
import type { Change } from "../../../services/change/change.ts";
import { ChangeType } from "../../../services/change/change-type.ts";
import { decide } from "../../../services/change/decisions/authorize.ts";
import { revise } from "../../../services/change/decisions/edit.ts";
import { decideException, requestException } from "../../../services/change/decisions/exception.ts";
import { assess, cancel, close, start, submit } from "../../../services/change/decisions/progress.ts";
import { addTask, completeTask } from "../../../services/change/decisions/tasks.ts";
import { TaskFields } from "../../../services/change/task.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { folded, freeze, on, opened, person, seat } from "./given.ts";
import { completed, edited, said, started } from "./steps.ts";

type Step = (change: Change) => Decision<Change>;

const people = ["ann", "abe", "boss", "chief", "nora"] as const;
const someone = fc.constantFrom(...people);
const text = fc.constantFrom("a", "b", "c");

/** Two steps: first the boss, then the chief. */
const asked = (change: Change) => ({
  ...on(change),
  asked: { version: change.version, steps: [seat("boss"), seat("chief")] },
});

const commands: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>((c) => submit.decide(c, {}, asked(c))),
  fc.constant<Step>((c) => assess.decide(c, { answers: {} }, asked(c))),
  fc.tuple(someone, fc.constantFrom("approve" as const, "reject" as const)).map(([who, v]) => said(who, v)),
  someone.map((who) => started({ actor: person(who, "agent") })),
  fc.constant<Step>(completed()),
  fc.constant<Step>((c) => close.decide(c, {}, on(c))),
  fc.constant<Step>((c) => cancel.decide(c, { reason: "No" }, on(c))),
  fc.constant<Step>((c) => revise.decide(c, { reason: "Anew" }, on(c))),
  text.map((id): Step => edited({ ciIds: [id] })),
  text.map((id): Step => edited({ serviceId: id })),
  text.map((day): Step => edited({ plannedEnd: `2027-01-1${day.charCodeAt(0) - 97}T00:00:00.000Z` })),
  someone.map((assigneeId): Step => edited({ assigneeId })),
  someone.map(
    (assigneeId): Step =>
      (c) =>
        addTask.decide(c, TaskFields.parse({ title: "Work", kind: "follow_up", assigneeId }), on(c)),
  ),
  fc.constant<Step>((c) =>
    addTask.decide(c, TaskFields.parse({ title: "Prepare", kind: "preparation" }), on(c)),
  ),
  fc.tuple(someone, fc.constantFrom("1", "2", "3")).map(
    ([who, taskId]): Step =>
      (c) =>
        completeTask.decide(c, { taskId }, on(c, { actor: person(who, "agent") })),
  ),
);

/** Most sequences go somewhere: what usually comes next is tried more often than anything else. */
const sequences = fc
  .array(fc.tuple(commands, fc.integer({ min: 0, max: 9 })), { minLength: 6, maxLength: 30 })
  .map((drawn) =>
    drawn.map(
      ([step, chance]): Step =>
        (change) =>
          chance < 7 ? usual(change) : step(change),
    ),
  );
const usual = (change: Change): Decision<Change> => {
  if (change.state === "new") return submit.decide(change, {}, asked(change));
  if (change.state === "assess") return assess.decide(change, { answers: {} }, asked(change));
  const open = change.approval?.steps.findIndex(({ state }) => state === "open");
  if (change.state === "authorize") return said(open === 0 ? "boss" : "chief")(change);
  return started({ actor: person("nora", "agent") })(change);
};

const freezes = [
  freeze({ all: true, from: "2027-01-09T21:00:00.000Z", to: "2027-01-09T21:30:00.000Z" }),
] as const;
/** The same commands where the planned window meets a freeze, and with asking to be let through. */
const frozen = (change: Change, more: object = {}) => ({ ...asked(change), freezes, ...more });
const frozenCommands: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>((c) => submit.decide(c, {}, frozen(c))),
  fc.constant<Step>((c) => assess.decide(c, { answers: {} }, frozen(c))),
  fc.constant<Step>((c) => requestException.decide(c, { reason: "Audit" }, frozen(c))),
  someone.map(
    (who): Step =>
      (c) =>
        decideException(c, voting(who), frozen(c)),
  ),
  someone.map(
    (who): Step =>
      (c) =>
        decide(c, voting(who), frozen(c)),
  ),
  fc.constant<Step>((c) =>
    start.decide(c, {}, frozen(c, { now: c.plannedStart, actor: person("nora", "agent") })),
  ),
  text.map((day): Step => edited({ plannedEnd: `2027-01-1${day.charCodeAt(0) - 97}T00:00:00.000Z` })),
  fc.constant<Step>(edited({ plannedEnd: "2027-01-09T20:30:00.000Z" })),
);
/** Most sequences go somewhere, also to an exception. */
const frozenSequences = fc
  .array(fc.tuple(frozenCommands, fc.integer({ min: 0, max: 9 })), { minLength: 8, maxLength: 40 })
  .map((drawn) =>
    drawn.map(
      ([step, chance]): Step =>
        (c) =>
          chance < 6 ? towards(c, chance) : step(c),
    ),
  );
const towards = (change: Change, chance: number): Decision<Change> => {
  if (change.plannedEnd && change.exception?.state !== "granted" && chance < 3)
    return change.exception?.state === "asked"
      ? decideException(
          change,
          voting(openAt(change.exception.approval) === 0 ? "boss" : "chief"),
          frozen(change),
        )
      : requestException.decide(change, { reason: "Audit" }, frozen(change));
  if (change.state === "new") return submit.decide(change, {}, frozen(change));
  if (change.state === "assess") return assess.decide(change, { answers: {} }, frozen(change));
  if (change.state === "authorize")
    return decide(change, voting(openAt(change.approval) === 0 ? "boss" : "chief"), frozen(change));
  return start.decide(
    change,
    {},
    frozen(change, { now: change.plannedStart, actor: person("nora", "agent") }),
  );
};
const openAt = (approval: Change["approval"]) => approval?.steps.findIndex(({ state }) => state === "open");

const voting = (personId: string) => ({
  personId,
  roles: [],
  verdict: "approve" as const,
  channel: "api" as const,
});

const scopeOf = ({ ciIds, serviceId, plannedStart, plannedEnd, plans, impact, title }: Change) =>
  JSON.stringify([ciIds, serviceId, plannedStart, plannedEnd, plans, impact, title]);

/** Plays commands; what is refused changes nothing. Remembers who said yes to which scope. */
const play = (change: Change, steps: readonly Step[]) => {
  const yes = new Map<string, Set<string>>();
  const states: { before: Change; after: Change }[] = [];
  let current = change;
  for (const step of steps) {
    let decision: Decision<Change> = [];
    try {
      decision = step(current);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    const next = decision.length > 0 ? folded(current, current.id, decision) : current;
    for (const { event, data } of decision) {
      const told = (data as { decision?: { personId: string; verdict: string } }).decision;
      if (event.type !== "ChangeApprovalDecided" || told?.verdict !== "approve") continue;
      const scope = scopeOf(next);
      yes.set(scope, (yes.get(scope) ?? new Set()).add(told.personId));
    }
    states.push({ before: current, after: next });
    current = next;
  }
  return { states, yes };
};

describe("no sequence of commands", () => {
  test.each(ChangeType.options.filter((type) => type !== "standard"))(
    "gets a %s change to be done that was not approved, as it is, by everybody who had to",
    (type) => {
      fc.assert(
        fc.property(sequences, (steps) => {
          const { states, yes } = play(opened({ type, justification: "Now" }), steps);
          for (const { before, after } of states) {
            if (before.state === "implement" || after.state !== "implement") continue;
            expect([...(yes.get(scopeOf(after)) ?? [])].toSorted()).toEqual(["boss", "chief"]);
            expect(after.approval?.state).toBe("approved");
          }
        }),
        { numRuns: 500 },
      );
    },
  );

  test("lets one person ask for, approve and do the same change", () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const { states } = play(opened(), steps);
        for (const { after } of states) {
          if (after.state !== "implement") continue;
          const approvers =
            after.approval?.steps.flatMap(({ ballots }) => ballots.map((b) => b.personId)) ?? [];
          expect(approvers).not.toContain(after.requesterId);
          expect(approvers).not.toContain(after.assigneeId);
          for (const { endedBy } of after.tasks) if (endedBy) expect(approvers).not.toContain(endedBy);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(ChangeType.options)(
    "gets a %s change scheduled or begun in a freeze without an exception",
    (type) => {
      let begun = 0;
      fc.assert(
        fc.property(frozenSequences, (steps) => {
          const body = { justification: "Now", ...(type === "standard" ? {} : { type }) };
          const change = { ...opened(body), type };
          const { states } = play(change, steps);
          for (const { before, after } of states) {
            const enters = before.state !== after.state && ["scheduled", "implement"].includes(after.state);
            if (!enters) continue;
            begun += 1;
            const meetsFreeze = String(after.plannedEnd) > "2027-01-09T21:00:00.000Z";
            if (!meetsFreeze) continue;
            expect(after.exception?.state).toBe("granted");
            expect(String(after.exception?.to) >= String(after.plannedEnd)).toBe(true);
          }
        }),
        { numRuns: 500 },
      );
      expect(begun).toBeGreaterThan(100);
    },
  );
});
