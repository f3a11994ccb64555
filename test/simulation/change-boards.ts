import { delegationRecords, findingRecords, meetingRecords } from "../../services/change/table.ts";
import { boardRecords, feedRecords } from "../../services/change/table-kept.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, type SeenRecord, storedKind } from "./simulated.ts";

const hour = 3_600_000;
const base = { method: "POST", isKeyed: true } as const;

export const boardKinds = [
  storedKind(boardRecords, (id) => /^CAB\d+$/.test(id)),
  storedKind(meetingRecords, (id) => /^CBM\d+$/.test(id)),
  storedKind(delegationRecords, (id) => /^CDG\d+$/.test(id)),
  storedKind(findingRecords, (id) => /^CUF\d+$/.test(id)),
  storedKind(feedRecords, (id) => /^CFD\d+$/.test(id)),
];

const iso = (at: number): string => new Date(at).toISOString();

const newBoard = (model: Model): Operation => ({
  ...base,
  as: "chad",
  path: "/change-boards",
  body: { name: model.word(), chairId: "chad", memberIds: ["chad", "max", "pia"] },
});

/** A model whose changes wait for the board. */
const newModel = (model: Model, boardId: string): Operation => ({
  ...base,
  as: "chad",
  path: "/change-models",
  body: {
    name: model.word(),
    type: "normal",
    approval: {
      steps: [
        { name: "Board", approvers: [{ kind: "board", id: boardId }], rule: { kind: "quorum", count: 2 } },
      ],
    },
  },
});

const meetingStep = (random: Random, model: Model, { id, state }: SeenRecord): Operation => {
  const path = `/change-meetings/${id}`;
  if (state === "planned")
    return random.chance(0.8)
      ? {
          ...base,
          as: "chad",
          path: `${path}/start`,
          body: { attendeeIds: ["chad", random.pick(["max", "pia"])] },
        }
      : { ...base, as: "chad", path: `${path}/cancel`, body: { reason: model.word() } };
  if (state === "under_way" && random.chance(0.2))
    return { ...base, as: "chad", path: `${path}/close`, body: { minutes: model.word() } };
  const waiting = model.seen("CHG").filter((change) => change.state === "authorize");
  if (state !== "under_way" || waiting.length === 0)
    return { as: "max", method: "GET", path: `${path}/agenda` };
  const verdict = random.pick(["approve", "approve", "reject"]);
  const change = random.pick(waiting.slice(-4));
  return {
    ...base,
    as: "chad",
    path: `/changes/${change.id}/board-decision`,
    body: { meetingId: id, verdict, comment: model.word() },
  };
};

const absence = (random: Random, model: Model): Operation => {
  const known = model.seen("CDG").filter(({ state }) => state === "active");
  if (known.length > 2) {
    const { id, personId } = random.pick(known);
    const as = personId === "max" ? "max" : "chad";
    return { ...base, as, path: `/approval-delegations/${id}/end`, body: {} };
  }
  const body = { toId: "kim", from: iso(model.now() - hour), until: iso(model.now() + 900 * hour) };
  return { ...base, as: random.pick(["max", "chad"]), path: "/approval-delegations", body };
};

/** A board, the changes that wait for it, its meetings, and members who are away. */
export const boards = (random: Random, model: Model): Operation => {
  const [board] = model.seen("CAB");
  if (board === undefined) return newBoard(model);
  if (model.seen("CMO").length < 1) return newModel(model, board.id);
  if (random.chance(0.2)) return absence(random, model);
  const meetings = model.seen("CBM").filter(({ state }) => state !== "held" && state !== "cancelled");
  if (meetings.length === 0) {
    const startsAt = iso(model.now() + hour);
    const body = { boardId: board.id, startsAt, endsAt: iso(model.now() + 2 * hour) };
    return { ...base, as: "chad", path: "/change-meetings", body };
  }
  return meetingStep(random, model, random.pick(meetings));
};
