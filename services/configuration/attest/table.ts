import { type Actor, may } from "../../../shared/access/actor.ts";
import type { RecordType } from "../../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../../shared/dynamo/without-snapshot.ts";
import { type Attestation, type Campaign, campaignLifecycle } from "../attestation.ts";

export const attestIndexes = {
  attestations:
    "Campaigns in a state; questions of a campaign in a state, of a person or team that are open; questions by when time alone does something about them",
} as const;

/** Partitions of the index of questions. */
export const attestationPartition = {
  campaigns: (state: string) => `campaigns#${state}`,
  of: (campaignId: string, state: string) => `${campaignId}#${state}`,
  person: (id: string) => `person#${id}`,
  team: (id: string) => `team#${id}`,
  due: "due",
} as const;

const runs = (actor: Actor): boolean => may(actor, "configuration:administer");

/** Whether a question is somebody's to answer. */
export const isAsked = (actor: Actor, { ownerId, teamId }: Attestation): boolean =>
  actor.id === ownerId || (teamId !== undefined && actor.teams.includes(teamId));

const viewCampaign = (actor: Actor, campaign: Campaign): Campaign | undefined =>
  runs(actor)
    ? {
        ...campaign,
        actions: campaignLifecycle.allowed(campaign.state).filter((action) => action === "cancel"),
      }
    : undefined;

const viewAttestation = (actor: Actor, attestation: Attestation): Attestation | undefined => {
  if (!runs(actor) && !isAsked(actor, attestation)) return undefined;
  return { ...attestation, actions: attestation.state === "asked" ? ["confirm", "dispute"] : [] };
};

export const campaignRecords: RecordType<Campaign> = {
  prefix: "ATC",
  indexes: ({ id, state, dueAt }) => ({
    attestations: { partition: attestationPartition.campaigns(state), order: `${dueAt}#${id}` },
  }),
  long: [],
  view: viewCampaign,
  viewEntry: withoutSnapshot("campaign"),
};

export const attestationRecords: RecordType<Attestation> = {
  prefix: "ATT",
  indexes: ({ id, nextAt }) => ({
    attestations:
      nextAt === undefined ? undefined : { partition: attestationPartition.due, order: `${nextAt}#${id}` },
  }),
  edges: ({ id, campaignId, state, ownerId, teamId, dueAt }) => [
    { index: "attestations", target: attestationPartition.of(campaignId, state), order: id },
    ...(state === "asked" && ownerId !== undefined
      ? [{ index: "attestations", target: attestationPartition.person(ownerId), order: `${dueAt}#${id}` }]
      : []),
    ...(state === "asked" && teamId !== undefined
      ? [{ index: "attestations", target: attestationPartition.team(teamId), order: `${dueAt}#${id}` }]
      : []),
  ],
  // A CI is asked about once in a campaign.
  claims: ({ campaignId, ciId }) => [`${campaignId}+${ciId}`],
  long: ["comment"],
  view: viewAttestation,
  viewEntry: withoutSnapshot("attestation"),
};
