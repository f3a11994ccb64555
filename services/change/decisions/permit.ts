import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ShortText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { mustBeSeparate } from "../access.ts";
import type { Change } from "../change.ts";
import { ChangeEvidenceAdded, ChangePermitIssued } from "../events-gate.ts";
import type { PermitClaims } from "../permit.ts";
import { isAuthorized } from "./authorize.ts";
import { type Circumstances, happened, mustBeItsTurn, mustBeUsable } from "./command.ts";
import { mustBeFreeNow } from "./freezes.ts";

/** How long a permit holds unless less is asked for: a deployment begins within it, and may take longer. */
const usualMinutes = 15;
export const AskPermit = z.strictObject({
  minutes: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(usualMinutes)
    .describe("How long it holds, the window at most"),
  purpose: ShortText.optional().describe("What it is for, such as the pipeline's run"),
});
/** As many as a change remembers; an older one is not known any more, and so not valid. */
const most = 20;

/**
 * Refuses with the first reason why a change may not be carried out at this moment: it is not authorised as it
 * is, it is not its time, or a freeze holds. What this lets through, nothing else holds up.
 */
export const mustBePermitted = (change: Change, on: Circumstances): void => {
  const { now, freezes = [] } = on;
  const { state, plannedStart, plannedEnd } = change;
  if (state !== "scheduled" && state !== "implement")
    throw new Refusal("rule_violation", `Nothing is carried out in state "${state}"`);
  if (!isAuthorized(change)) throw new Refusal("rule_violation", "It is not authorised");
  if (state === "scheduled") {
    // What has begun is brought to its end, also where it could not begin any more.
    mustBeUsable(change, on);
    mustBeItsTurn(on);
  }
  const isInWindow =
    plannedStart !== undefined && plannedEnd !== undefined && plannedStart <= now && now < plannedEnd;
  if (!isInWindow) throw new Refusal("rule_violation", `Its window is ${plannedStart} to ${plannedEnd}`);
  mustBeFreeNow(change, freezes, now);
};

type Permit = NonNullable<Change["permits"]>[number];

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

/** What is signed of a permit that a change remembers. */
export const claimsOf = (
  changeId: string,
  { id, givenTo, givenAt, expiresAt, serviceId }: Permit,
): PermitClaims => ({
  iss: "steward/change",
  sub: changeId,
  jti: id,
  azp: givenTo,
  ...(serviceId === undefined ? {} : { service: serviceId }),
  iat: seconds(givenAt),
  exp: seconds(expiresAt),
});

/**
 * Permits a change to be carried out now by whoever asks; refused where it may not be. The change remembers it: a
 * permit that it does not know is none.
 */
export const givePermit = (
  change: Change,
  { minutes, purpose }: z.infer<typeof AskPermit>,
  on: Circumstances,
): Decision<Change> => {
  mustBePermitted(change, on);
  mustBeSeparate(on.actor.id, change, on.settings);
  const latest = Date.parse(on.now) + minutes * 60_000;
  const expiresAt = new Date(Math.min(latest, Date.parse(String(change.plannedEnd)))).toISOString();
  const { serviceId } = change;
  // As the event that tells of it, so each has its own.
  const id = `${change.id}-${change.version + 1}`;
  const permit: Permit = { id, givenTo: on.actor.id, givenAt: on.now, expiresAt, purpose, serviceId };
  const permits = [...(change.permits ?? []), permit].slice(-most);
  return [happened(ChangePermitIssued, change, { permits }, { permit })];
};

/**
 * Permits for what is planned otherwise are void, whatever is approved later; what was done under them may still be
 * written back.
 */
export const withPermitsVoid = ({ permits }: Change, now: string): Partial<Change> =>
  permits === undefined ? {} : { permits: permits.map((permit) => ({ voidAt: now, ...permit })) };

/** Whether a permit that this service signed still lets its change be carried out. */
export const refusalOfPermit = (
  change: Change,
  { jti }: PermitClaims,
  on: Circumstances,
): string | undefined => {
  const known = change.permits?.find(({ id }) => id === jti);
  if (!known) return "The change does not know this permit";
  if (known.voidAt !== undefined) return "The change was planned otherwise since it was given";
  try {
    mustBePermitted(change, on);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};

const day = 24 * 3_600_000;
/** Deployments outlast their permits; what comes a day later was not this deployment. */
const lateDays = 1;
const mostEvidence = 50;

export const Evidence = z.strictObject({
  kind: z.enum(["deployment", "test", "backout", "other"]).default("deployment"),
  outcome: z.enum(["succeeded", "failed", "rolled_back"]),
  text: z.string().trim().min(1).max(1000).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .describe("Where more is said, such as the run's log"),
});

/** What became of the work that a permit was for is written on the change, by whoever holds the permit. */
export const addEvidence = (
  change: Change,
  claims: PermitClaims,
  said: z.infer<typeof Evidence>,
  { now }: Pick<Circumstances, "now">,
): Decision<Change> => {
  if (claims.sub !== change.id || !change.permits?.some(({ id }) => id === claims.jti))
    throw new Refusal("rule_violation", "The permit is not for this change");
  if (Date.parse(now) > claims.exp * 1000 + lateDays * day)
    throw new Refusal("rule_violation", "The permit was over more than a day ago");
  const { evidence = [] } = change;
  if (evidence.length >= mostEvidence)
    throw new Refusal("rule_violation", `At most ${mostEvidence} on one change`);
  const added = { ...said, permitId: claims.jti, at: now };
  const told = { evidence: { kind: said.kind, outcome: said.outcome, permitId: claims.jti, url: said.url } };
  return [happened(ChangeEvidenceAdded, change, { evidence: [...evidence, added] }, told)];
};
