import type { Board } from "../../../services/change/board.ts";
import type { Change } from "../../../services/change/change.ts";
import { decideAtMeeting } from "../../../services/change/decisions/board-decision.ts";
import {
  close,
  followBoard,
  noteVerdict,
  plan,
  putOnAgenda,
  start,
} from "../../../services/change/decisions/meeting.ts";
import { assess } from "../../../services/change/decisions/progress.ts";
import { changeEdges } from "../../../services/change/edges.ts";
import type { Meeting } from "../../../services/change/meeting.ts";
import { resolvePolicy } from "../../../shared/approvals/resolve.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";
import { now, on, opened, person, through } from "./given.ts";
import { completed, started, submitted } from "./steps.ts";

const base = { version: 1, createdAt: now, updatedAt: now };
const members = ["boss", "chief", "cook", "dean"];
const board: Board = {
  ...base,
  id: "CAB0000001",
  state: "active",
  name: "Weekly board",
  chairId: "boss",
  memberIds: members,
  place: "Room 1",
};
const when = { startsAt: "2027-01-05T09:00:00.000Z", endsAt: "2027-01-05T10:00:00.000Z" };

const meetingAfter = (before: Meeting | undefined, decision: Decision<Meeting>): Meeting =>
  decision.reduce<Meeting | undefined>(
    (meeting, { changes }) => applyOccurrence<Meeting>(meeting, "CBM0000001", changes, now),
    before,
  ) as Meeting;

const planned = meetingAfter(undefined, plan("CBM0000001", board, when, true));
const due = [{ changeId: "CHG0000001", kind: "decision" as const }];
const underWay = (attendeeIds: string[]): Meeting =>
  meetingAfter(planned, start(planned, { attendeeIds }, { board, due, now }));

type Policy = Parameters<typeof resolvePolicy>[0];

/** A change that waits for the board, by this rule. */
const waiting = async (rule: Policy["steps"][number]["rule"], more: object = {}): Promise<Change> => {
  const policy: Policy = {
    steps: [
      { name: "Board", approvers: [{ kind: "board", id: board.id }], rule, oneRejectionEnds: false, ...more },
    ],
  };
  const steps = await resolvePolicy(policy, ["ann"], async () => members);
  return through(opened(), submitted, (change) =>
    assess.decide(change, { answers: {} }, on(change, { asked: { version: change.version, steps } })),
  );
};

const decided = (
  change: Change,
  meeting: Meeting,
  body: Partial<Parameters<typeof decideAtMeeting.decide>[1]> = {},
  actor = person("boss"),
) =>
  decideAtMeeting.decide(
    change,
    { meetingId: meeting.id, verdict: "approve", otherwise: [], ...body },
    on(change, { meeting, actor }),
  );

describe("what a board decides", () => {
  test("is decided in the seats of those who are there, and schedules a change that has its quorum", async () => {
    const change = await waiting({ kind: "quorum", count: 2 });
    const meeting = underWay(["boss", "cook", "guest"]);
    const after = through(change, (c) => decided(c, meeting, { comment: "As planned" }));
    expect(after.state).toBe("scheduled");
    const ballots = after.approval?.steps[0]?.ballots ?? [];
    expect(ballots.map(({ personId, channel }) => [personId, channel])).toEqual([
      ["boss", "board"],
      ["cook", "board"],
    ]);
  });

  test("is not decided where too few members are there: the others decide later", async () => {
    const change = await waiting({ kind: "quorum", count: 3 });
    const after = through(change, (c) => decided(c, underWay(["boss", "cook"])));
    expect(after.state).toBe("authorize");
    expect(after.approval?.steps[0]?.ballots).toHaveLength(2);
  });

  test("counts who decided otherwise, and rejects when the yes is out of reach", async () => {
    const change = await waiting({ kind: "all" });
    const meeting = underWay(members);
    const after = through(change, (c) =>
      decided(c, meeting, { otherwise: [{ personId: "boss", verdict: "reject" }] }),
    );
    expect([after.state, after.approval?.state]).toEqual(["new", "rejected"]);
  });

  test("leaves who decided before to what they said", async () => {
    const change = await waiting({ kind: "all" });
    const once = through(change, (c) => decided(c, underWay(["boss"]), { verdict: "approve" }));
    const twice = decided(once, underWay(["boss", "chief"]));
    expect(through(once, () => twice).approval?.steps[0]?.ballots.map(({ personId }) => personId)).toEqual([
      "boss",
      "chief",
    ]);
  });

  test("is refused before the meeting, after it, in a meeting of another board, and without anybody there", async () => {
    const change = await waiting({ kind: "any" });
    const held = meetingAfter(underWay(["boss"]), close(underWay(["boss"]), { minutes: "Done" }, now));
    const refused = { code: "rule_violation" };
    for (const meeting of [
      planned,
      held,
      { ...underWay(["boss"]), boardId: "CAB0000002" },
      underWay(["guest"]),
    ])
      expect(() => decided(change, meeting)).toThrow(expect.objectContaining(refused));
  });

  test("is not written down by who asks for the change", async () => {
    const change = await waiting({ kind: "any" });
    const refused = expect.objectContaining({ code: "rule_violation" });
    expect(() => decided(change, underWay(["boss"]), {}, person("ann"))).toThrow(refused);
  });

  test("is found by the board while it waits, and again when it was backed out", async () => {
    const change = await waiting({ kind: "any" });
    const targets = (of: Change) => changeEdges(of).map(({ target }) => target);
    expect(targets(change)).toContain("board#CAB0000001");
    const done = through(
      change,
      (c) => decided(c, underWay(["boss"])),
      started({ actor: person("nora", "agent") }),
    );
    expect(targets(done)).not.toContain("board#CAB0000001");
    const backedOut = through(done, completed("backed_out"));
    expect(targets(backedOut)).toContain("board-review#CAB0000001");
    expect(targets(through(done, completed()))).not.toContain("board-review#CAB0000001");
  });
});

describe("a meeting", () => {
  test("begins with what is due and what people put on its agenda, nothing twice", () => {
    const prepared = [{ changeId: "CHG0000001", note: "See the drawing" }, { changeId: "CHG0000002" }].reduce(
      (meeting, item) => meetingAfter(meeting, putOnAgenda(meeting, item)),
      planned,
    );
    const begun = meetingAfter(prepared, start(prepared, { attendeeIds: ["boss"] }, { board, due, now }));
    expect(begun.items).toEqual([
      { changeId: "CHG0000001", kind: "decision", note: "See the drawing" },
      { changeId: "CHG0000002", kind: "other" },
    ]);
  });

  test("remembers the latest verdict on a change, in whatever order news comes", () => {
    const begun = underWay(["boss"]);
    const late = meetingAfter(begun, noteVerdict(begun, "CHG0000001", "approve", "2027-01-05T09:20:00.000Z"));
    expect(noteVerdict(late, "CHG0000001", "reject", "2027-01-05T09:10:00.000Z")).toEqual([]);
    expect(late.items[0]).toMatchObject({ verdict: "approve" });
  });

  test("follows its board while it is planned: new members, and not at all when the schedule has dropped it", () => {
    const other = { ...board, memberIds: ["boss", "newt"] };
    expect(meetingAfter(planned, followBoard(planned, other, true)).memberIds).toEqual(["boss", "newt"]);
    expect(followBoard(planned, board, true)).toEqual([]);
    const dropped = meetingAfter(planned, followBoard(planned, board, false));
    expect(dropped).toMatchObject({ state: "cancelled", dropped: true });
    const begun = underWay(["boss"]);
    expect(followBoard(begun, other, false)).toEqual([]);
  });
});
