import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import {
  type AnsweredAs,
  type Attestation,
  attestationLifecycle,
  type Campaign,
  type CampaignFields,
  campaignLifecycle,
  type Outcome,
} from "../attestation.ts";
import type { Ci } from "../ci.ts";
import {
  AttestationCampaignCancelled,
  AttestationCampaignClosed,
  AttestationCampaignOpened,
  AttestationCampaignPlanned,
  CiAttestationAsked,
  CiAttestationLapsed,
  CiAttestationReminded,
  CiAttested,
  CiDisputed,
} from "../events-attestation.ts";

const dayMs = 24 * 3600 * 1000;

const told = (
  event: typeof AttestationCampaignPlanned,
  before: Partial<Campaign>,
  changes: Partial<Campaign>,
): Decision<Campaign> => {
  const { id, name, classId, dueAt, state, outcome } = { ...before, ...changes } as Campaign;
  return [occurred(event, { campaign: { id, name, classId, dueAt, state, outcome } }, changes)];
};

export const planCampaign = (id: string, fields: CampaignFields, now: string): Decision<Campaign> => {
  if (fields.dueAt <= now) throw new Refusal("rule_violation", "It is due in the past");
  const remindDays = [...new Set(fields.remindDays)].toSorted((a, b) => b - a);
  return told(AttestationCampaignPlanned, { id }, { ...fields, remindDays, state: "opening" });
};

export const openCampaign = (before: Campaign): Decision<Campaign> =>
  before.state === "opening"
    ? told(AttestationCampaignOpened, before, { state: campaignLifecycle.next(before.state, "open") })
    : [];

export const closeCampaign = (before: Campaign, outcome: Outcome): Decision<Campaign> =>
  before.state === "open"
    ? told(AttestationCampaignClosed, before, {
        state: campaignLifecycle.next(before.state, "close"),
        outcome,
      })
    : [];

export const cancelCampaign = (before: Campaign): Decision<Campaign> =>
  told(AttestationCampaignCancelled, before, { state: campaignLifecycle.next(before.state, "cancel") });

const happened = (
  event: typeof CiAttestationAsked,
  before: Partial<Attestation>,
  changes: Partial<Attestation>,
): Decision<Attestation> => {
  const all = { ...before, ...changes } as Attestation;
  const { id, campaignId, ciId, ownerId, teamId, state, dueAt, answeredBy, answeredAs } = all;
  return [
    occurred(
      event,
      { attestation: { id, campaignId, ciId, ownerId, teamId, state, dueAt, answeredBy, answeredAs } },
      changes,
    ),
  ];
};

/** The next moment at which a question is reminded of, or lapses. */
const nextAfter = (now: string, dueAt: string, remindDays: readonly number[]): string => {
  const moments = remindDays.map((days) => new Date(Date.parse(dueAt) - days * dayMs).toISOString());
  return [...moments.toSorted(), dueAt].find((each) => each > now) ?? dueAt;
};

export const askAbout = (
  id: string,
  { id: ciId, ownerId, teamId }: Pick<Ci, "id" | "ownerId" | "teamId">,
  { id: campaignId, dueAt, remindDays }: Campaign,
  now: string,
): Decision<Attestation> => {
  const nextAt = nextAfter(now, dueAt, remindDays);
  const changes = { campaignId, ciId, ownerId, teamId, state: "asked", dueAt, nextAt, reminders: 0 } as const;
  return happened(CiAttestationAsked, { id }, changes as Partial<Attestation>);
};

/** Whether somebody was asked, and as what; who was not answers as an administrator, if they may. */
const roleIn = ({ ownerId, teamId }: Attestation, { id, teams }: Pick<Actor, "id" | "teams">): AnsweredAs => {
  if (id === ownerId) return "owner";
  return teamId !== undefined && teams.includes(teamId) ? "team" : "administrator";
};

export const answerAttestation = (
  before: Attestation,
  action: "confirm" | "dispute",
  actor: Actor,
  comment?: string,
): Decision<Attestation> => {
  const answeredAs = roleIn(before, actor);
  if (answeredAs === "administrator" && !may(actor, "configuration:administer"))
    throw new Refusal("not_found");
  const state = attestationLifecycle.next(before.state, action);
  const event = action === "confirm" ? CiAttested : CiDisputed;
  return happened(event, before, {
    state,
    answeredBy: actor.id,
    answeredAs,
    comment,
    nextAt: undefined,
  });
};

/** Who answers for the CI by now is asked, where that is somebody else than before. */
const askOthers = (before: Attestation, ci: Pick<Ci, "ownerId" | "teamId"> | undefined) => {
  if (ci === undefined || (ci.ownerId === before.ownerId && ci.teamId === before.teamId)) return undefined;
  return { ownerId: ci.ownerId, teamId: ci.teamId };
};

/** What time alone does about a question: reminds of it whoever answers for the CI by now, or lets it lapse. */
export const passTime = (
  before: Attestation,
  remindDays: readonly number[],
  now: string,
  ci?: Pick<Ci, "ownerId" | "teamId">,
): Decision<Attestation> => {
  if (before.state !== "asked" || before.nextAt === undefined || before.nextAt > now) return [];
  if (before.dueAt <= now) return lapseAttestation(before);
  const nextAt = nextAfter(now, before.dueAt, remindDays);
  const others = askOthers(before, ci);
  if (others !== undefined) return happened(CiAttestationAsked, before, { ...others, nextAt });
  return happened(CiAttestationReminded, before, { nextAt, reminders: before.reminders + 1 });
};

/** Nobody is to answer any more. */
export const lapseAttestation = (before: Attestation): Decision<Attestation> =>
  before.state === "asked"
    ? happened(CiAttestationLapsed, before, {
        state: attestationLifecycle.next(before.state, "lapse"),
        nextAt: undefined,
      })
    : [];
