import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase, RecordType } from "../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { keptFields, keptIndexes, keptLifecycle } from "../../shared/kept/kept.ts";
import { type Incident, TeamId } from "./incident.ts";

export const ReplyId = z.string().regex(/^RPL\d{7,12}$/, "A canned reply's number such as RPL0001234");

type Facts = { readonly incident: Incident; readonly actor: Actor };

/** What a reply may leave open, and what is put there. */
const placeholders: Readonly<Record<string, (facts: Facts) => string | undefined>> = {
  "incident.id": ({ incident }) => incident.id,
  "incident.title": ({ incident }) => incident.title,
  "incident.state": ({ incident }) => incident.state.replace("_", " "),
  "incident.priority": ({ incident }) => String(incident.priority),
  "incident.targetAt": ({ incident }) => incident.targetAt,
  caller: ({ incident }) => incident.callerId,
  agent: ({ actor }) => actor.name ?? actor.id,
};

const hole = /\{\{\s*([^{}]*?)\s*\}\}/g;

const unknownHoles = (text: string): readonly string[] =>
  [...text.matchAll(hole)].map(([, name = ""]) => name).filter((name) => !Object.hasOwn(placeholders, name));

/** Every hole filled once: what is put in is text, whatever braces it has. */
export const fill = (text: string, facts: Facts): string =>
  text.replaceAll(hole, (whole, name: string) => {
    const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
    return value === undefined ? whole : (value(facts) ?? "");
  });

/** Words that agents send again and again. */
export const ReplyFields = z.strictObject({
  name: ShortText,
  text: LongText.refine(
    (text) => unknownHoles(text).length === 0,
    `Placeholders are ${Object.keys(placeholders)
      .map((name) => `{{${name}}}`)
      .join(", ")}`,
  ),
  teamId: TeamId.optional().describe("Whose reply it is; everybody's without one"),
});

export const CannedReply = z
  .object({ id: ReplyId, ...keptFields, ...ReplyFields.shape, text: LongText })
  .meta({ id: "CannedReply" });
export type CannedReply = z.infer<typeof CannedReply> & RecordBase;

/** A team's members look after its replies, curators after those of everybody. */
export const mayWriteReply = (actor: Actor, { teamId }: { readonly teamId?: string | undefined }): boolean =>
  may(actor, "incident:curate") || (teamId !== undefined && actor.teams.includes(teamId));

const view = (actor: Actor, reply: CannedReply): CannedReply | undefined => {
  const isMine = mayWriteReply(actor, reply);
  if (!isMine && (reply.teamId !== undefined || reply.state === "retired")) return undefined;
  return { ...reply, actions: isMine ? [...keptLifecycle.allowed(reply.state)] : [] };
};

export const replyRecords: RecordType<CannedReply> = {
  prefix: "RPL",
  indexes: keptIndexes("canned-replies"),
  long: ["text"],
  view,
  viewEntry: withoutSnapshot("reply"),
};
