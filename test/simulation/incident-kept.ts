import { replyRecords } from "../../services/incident/canned-reply.ts";
import { templateRecords } from "../../services/incident/template.ts";
import type { Command } from "./incident-commands.ts";
import { type KeptKind, keep } from "./kept-operations.ts";
import { storedKind } from "./simulated.ts";

export const deskKinds = [
  storedKind(templateRecords, (id) => /^TPL\d+$/.test(id)),
  storedKind(replyRecords, (id) => /^RPL\d+$/.test(id)),
];

const template: KeptKind = {
  as: "max",
  path: "/incident-templates",
  fields: (random, model) => ({
    name: model.word(),
    audience: random.pick(["employee", "agent"]),
    fields: { title: model.word(), impact: random.between(1, 3) },
  }),
  known: (model) => model.seen("TPL"),
};

const reply: KeptKind = {
  as: "ann",
  path: "/canned-replies",
  fields: (_random, model) => ({ name: model.word(), text: `${model.word()} {{caller}}`, teamId: "desk" }),
  known: (model) => model.seen("RPL"),
};

/** What a desk writes down once and uses often. */
export const handleDesk: Command = (random, model, { id }) =>
  random.chance(0.2) && model.seen("RPL").length > 0
    ? {
        as: "ann",
        method: "GET",
        path: `/canned-replies/${random.pick(model.seen("RPL")).id}/render`,
        query: { incidentId: id },
      }
    : keep(random.pick([template, reply]))(random, model);
