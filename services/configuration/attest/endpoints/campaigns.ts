import * as z from "zod";
import { later } from "../../../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../../../shared/dynamo/page.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../../shared/http/history-item.ts";
import {
  Attestation,
  attestationLifecycle,
  Campaign,
  CampaignFields,
  CampaignId,
  campaignLifecycle,
} from "../../attestation.ts";
import { cancelCampaign, planCampaign } from "../../decisions/attestation.ts";
import type { ConfigurationContext } from "../../table.ts";
import { attestationPartition } from "../table.ts";

const permission = "configuration:administer" as const;
const params = z.object({ campaignId: CampaignId });

const planAttestationCampaign = endpoint({
  id: "planAttestationCampaign",
  summary: "Ask all who answer for CIs of a class whether what is known of them is right",
  route: "POST /attestation-campaigns",
  permission,
  body: CampaignFields,
  reply: Campaign,
  status: 201,
  refusals: ["rule_violation"],
  handle: async ({ body }, { campaigns, model, now }: ConfigurationContext) => {
    const found = await later(model.chain(body.classId));
    return campaigns.create((id) => {
      found();
      return planCampaign(id, body, now());
    });
  },
});

const listAttestationCampaigns = endpoint({
  id: "listAttestationCampaigns",
  summary: "Campaigns in a state by when they are due",
  route: "GET /attestation-campaigns",
  permission,
  query: z.strictObject({ state: campaignLifecycle.State.default("open"), ...pageQuery }),
  reply: pageOf(Campaign),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { campaigns }: ConfigurationContext) =>
    campaigns.list({ index: "attestations", partition: attestationPartition.campaigns(state) }, page),
});

const getAttestationCampaign = endpoint({
  id: "getAttestationCampaign",
  summary: "Read a campaign, with its outcome once it is closed",
  route: "GET /attestation-campaigns/{campaignId}",
  permission,
  params,
  reply: Campaign,
  refusals: ["not_found"],
  handle: ({ params: { campaignId } }, { campaigns }: ConfigurationContext) => campaigns.get(campaignId),
});

const listCampaignAttestations = endpoint({
  id: "listCampaignAttestations",
  summary: "The questions of a campaign in a state: who has not answered, what was disputed",
  route: "GET /attestation-campaigns/{campaignId}/attestations",
  permission,
  params,
  query: z.strictObject({ state: attestationLifecycle.State.default("asked"), ...pageQuery }),
  reply: pageOf(Attestation),
  refusals: ["not_found", "invalid_cursor"],
  handle: async ({ params: { campaignId }, query: { state, ...page } }, context: ConfigurationContext) => {
    const { id } = await context.campaigns.get(campaignId);
    const partition = attestationPartition.of(id, state);
    return context.attestations.list({ index: "attestations", partition, edges: true }, page);
  },
});

const cancelAttestationCampaign = endpoint({
  id: "cancelAttestationCampaign",
  summary: "Nobody needs to answer any more; what was answered stays",
  route: "POST /attestation-campaigns/{campaignId}/cancel",
  permission,
  params,
  body: z.strictObject({}),
  reply: Campaign,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params: { campaignId }, ifMatch }, { campaigns }: ConfigurationContext) =>
    campaigns.update(campaignId, ifMatch, cancelCampaign),
});

const listAttestationCampaignHistory = endpoint({
  id: "listAttestationCampaignHistory",
  summary: "When a campaign was planned, opened and closed",
  route: "GET /attestation-campaigns/{campaignId}/history",
  permission,
  params,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params: { campaignId }, query }, { campaigns }: ConfigurationContext) =>
    campaigns.history(campaignId, query),
});

export const campaignEndpoints = [
  planAttestationCampaign,
  listAttestationCampaigns,
  getAttestationCampaign,
  listCampaignAttestations,
  cancelAttestationCampaign,
  listAttestationCampaignHistory,
];
