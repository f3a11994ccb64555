import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.configuration";

const CampaignSnapshot = z.object({
  id: z.string(),
  name: z.string(),
  classId: z.string(),
  dueAt: z.string(),
  state: z.enum(["opening", "open", "closed", "cancelled"]),
  outcome: z
    .object({ asked: z.number(), confirmed: z.number(), disputed: z.number(), lapsed: z.number() })
    .optional(),
});
const campaignEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ campaign: CampaignSnapshot }) });

export const AttestationCampaignPlanned = campaignEvent(
  "AttestationCampaignPlanned",
  "Owners are going to be asked whether their CIs are right.",
);
export const AttestationCampaignOpened = campaignEvent(
  "AttestationCampaignOpened",
  "Everybody who is to answer was asked.",
);
export const AttestationCampaignClosed = campaignEvent(
  "AttestationCampaignClosed",
  "It is due or all answered: this is the outcome.",
);
export const AttestationCampaignCancelled = campaignEvent(
  "AttestationCampaignCancelled",
  "Nobody needs to answer any more.",
);

const AttestationSnapshot = z.object({
  id: z.string(),
  campaignId: z.string(),
  ciId: z.string(),
  ownerId: z.string().optional(),
  teamId: z.string().optional(),
  state: z.enum(["asked", "confirmed", "disputed", "lapsed"]),
  dueAt: z.string(),
  answeredBy: z.string().optional(),
  answeredAs: z
    .enum(["owner", "team", "administrator"])
    .optional()
    .describe("`administrator`: somebody who was not asked answered in place of those who were"),
});
const attestationEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ attestation: AttestationSnapshot }) });

export const CiAttestationAsked = attestationEvent(
  "CiAttestationAsked",
  "Somebody is asked whether what is known of a CI is right.",
);
export const CiAttestationReminded = attestationEvent(
  "CiAttestationReminded",
  "They have not answered yet, and it is soon due.",
);
export const CiAttested = attestationEvent(
  "CiAttested",
  "What is known of a CI is right, says who answers for it.",
);
export const CiDisputed = attestationEvent("CiDisputed", "What is known of a CI is not right.");
export const CiAttestationLapsed = attestationEvent("CiAttestationLapsed", "Nobody answered in time.");

export const attestationEvents = [
  AttestationCampaignPlanned,
  AttestationCampaignOpened,
  AttestationCampaignClosed,
  AttestationCampaignCancelled,
  CiAttestationAsked,
  CiAttestationReminded,
  CiAttested,
  CiDisputed,
  CiAttestationLapsed,
];
