import fc from "fast-check";
import { isInAudience, viewProblem, viewProblemEntry } from "../../../services/problem/access.ts";
import { tellWorkaround } from "../../../services/problem/decisions/communicate.ts";
import { edit, note } from "../../../services/problem/decisions/edit.ts";
import { analyse, setRootCause, setWorkaround } from "../../../services/problem/decisions/investigate.ts";
import { draftKnownError, publish, withdraw } from "../../../services/problem/decisions/publish.ts";
import type { Audience } from "../../../services/problem/known-error.ts";
import type { Problem } from "../../../services/problem/problem.ts";
import type { Actor } from "../../../shared/access/actor.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { actor, applied, on, pia, problem, toldBy } from "./given.ts";

const audiences: readonly Audience[] = [
  { kind: "everyone" },
  { kind: "agents" },
  { kind: "teams", teamIds: ["desk"] },
];
const readers = [
  actor("eve", []),
  actor("dora", [], ["desk"]),
  actor("ann", ["agent"], ["desk"]),
  actor("kim", ["knowledge-manager"]),
];

type Step = { readonly kind: string; readonly audience: Audience };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    "draft",
    "publish",
    "withdraw",
    "workaround",
    "cause",
    "why",
    "note",
    "title",
    "tell",
  ),
  audience: fc.constantFrom(...audiences),
});

const decide = (record: Problem, { kind, audience }: Step, text: string): Decision<Problem> => {
  const commands: Readonly<Record<string, () => Decision<Problem>>> = {
    draft: () => draftKnownError.decide(record, { title: text, symptom: text, ciIds: [] }, on),
    publish: () => publish.decide(record, { audience }, on),
    withdraw: () => withdraw.decide(record, { reason: text }, on),
    workaround: () => setWorkaround.decide(record, { text }, on),
    cause: () => setRootCause.decide(record, { rootCause: { text, ciIds: [] } }, on),
    why: () => analyse.decide(record, { whys: [{ answer: text }] }, on),
    note: () => note.decide(record, { text }, on),
    title: () => edit.decide(record, { title: text }, on),
    tell: () => tellWorkaround.decide(record, { audience: "agents", text }, on),
  };
  try {
    return commands[kind]?.() ?? [];
  } catch {
    return [];
  }
};

/** Plays steps, each with a text of its own; `drafts` are the texts of known errors that were ever written. */
const play = (steps: readonly Step[]) => {
  let record = problem();
  const events: string[] = [];
  const drafts: string[] = [];
  for (const [i, each] of steps.entries()) {
    const text = `text-${i}-`;
    if (each.kind === "draft") drafts.push(text);
    const decision = decide(record, each, text);
    events.push(toldBy(decision));
    record = applied(record, decision);
  }
  return { record, events, drafts };
};

/** Of those who do not see problems: a team's known errors are for who works there on IT services. */
const mayRead = ({ kind }: Audience): boolean => kind === "everyone";

describe("what is not published", () => {
  test("is shown to nobody outside: they see the last edition for them, word by word, or nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.constantFrom(...readers), (steps, reader) => {
        const { record } = play(steps);
        const seen = viewProblem(reader, record);
        if (reader.permissions.has("problem:read")) return seen?.title === record.title;
        const published = record.knownError?.published;
        if (published === undefined || !mayRead(published.audience)) return seen === undefined;
        const { id, version, createdAt, updatedAt } = record;
        expect(seen).toEqual({ id, version, createdAt, updatedAt, knownError: { published } });
        return true;
      }),
    );
  });

  test("for some is published for them, among who works on IT services: teams for their people, all for managers", () => {
    const teams = { audience: { kind: "teams" as const, teamIds: ["desk"] } };
    const [eve, dora, ann, kim] = readers as [Actor, Actor, Actor, Actor];
    const other = actor("abe", ["agent"], ["network"]);
    const admitted = (of: { audience: Audience }) =>
      [eve, dora, ann, kim, other, pia].filter((one) => isInAudience(one, of)).map(({ id }) => id);
    expect(admitted(teams)).toEqual(["ann", "pia"]);
    expect(admitted({ audience: { kind: "agents" } })).toEqual(["ann", "kim", "abe", "pia"]);
    expect(admitted({ audience: { kind: "everyone" } })).toHaveLength(6);
  });

  test("has no history for anybody outside", () => {
    const published = problem();
    const entry = { type: "ProblemNoted", data: { problem: {} }, changes: {}, meta: {} } as never;
    for (const reader of readers)
      expect(viewProblemEntry(reader, published, entry) !== undefined).toBe(
        reader.permissions.has("problem:read"),
      );
  });

  test("is in no event before it is published: neither drafts nor notes nor reasons", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { events, drafts } = play(steps);
        const firstPublished = (text: string) =>
          steps.findIndex((each, i) => each.kind === "publish" && (events[i] ?? "").includes(text));
        for (const text of drafts) {
          const toldAt = events.findIndex((event) => event.includes(text));
          expect(toldAt).toBe(firstPublished(text));
        }
        const kept = steps.flatMap(({ kind }, i) =>
          kind === "note" || kind === "withdraw" ? [`text-${i}-`] : [],
        );
        for (const text of kept) expect(events.join("")).not.toContain(text);
      }),
    );
  });
});
