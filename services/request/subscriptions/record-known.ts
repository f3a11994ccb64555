import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { AssetModelChanged } from "../../asset/events-kept.ts";
import { ChangeBoardChanged } from "../../change/events-board.ts";
import { ciMoves } from "../../configuration/events-moves.ts";
import { PersonNamed } from "../../organization/events-people.ts";
import type { RequestContext } from "../context.ts";
import { knownId } from "../known.ts";

const personNamed = subscription({
  id: "person-named",
  summary: "Keeps how people are called: who has a name may be asked for, and forms begin with it.",
  event: PersonNamed,
  handle: async ({ meta: { sequence }, data: { person } }, { known }: RequestContext) => {
    await known.keep({ subject: knownId("person", person.id), sequence }, { name: person.name });
  },
});

const ciChanged = ciMoves.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "Keeps who answers for a CI: forms name CIs, and their owners approve what is asked of them.",
    event,
    handle: async ({ meta: { sequence }, data: { ci } }, { known }: RequestContext) => {
      const { id, name, ownerId, teamId, state, restricted } = ci;
      const isHidden = restricted === true || state === "retired";
      await known.keep({ subject: knownId("ci", id), sequence }, { name, ownerId, teamId, isHidden });
    },
  }),
);

const modelChanged = subscription({
  id: "asset-model-changed",
  summary: "Keeps which models of assets and software there are: forms name them.",
  event: AssetModelChanged,
  handle: async ({ meta: { sequence }, data: { model } }, { known }: RequestContext) => {
    const { id, name, state } = model;
    await known.keep(
      { subject: knownId("asset_model", id), sequence },
      { name, isHidden: state === "retired" },
    );
  },
});

const boardChanged = subscription({
  id: "change-board-changed",
  summary: "Keeps who sits in a board: a step of approval may be put to all of them.",
  event: ChangeBoardChanged,
  handle: async ({ meta: { sequence }, data: { board } }, { known }: RequestContext) => {
    const { id, name, memberIds, chairId, retired: isHidden } = board;
    const members = [...new Set([chairId, ...memberIds])];
    await known.keep({ subject: knownId("board", id), sequence }, { name, memberIds: members, isHidden });
  },
});

/** What other services tell of records that orders name. */
export const recordKnown = [personNamed, ...ciChanged, modelChanged, boardChanged];
