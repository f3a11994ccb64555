import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { askOwners, closeIfOver, lapseAll } from "../attest/ask-owners.ts";
import { attestationPartition } from "../attest/table.ts";
import type { Campaign } from "../attestation.ts";
import { passTime } from "../decisions/attestation.ts";
import type { ConfigurationContext } from "../table.ts";

const inState = async (
  state: Campaign["state"],
  work: (campaign: Campaign) => Promise<void>,
  { campaigns }: ConfigurationContext,
): Promise<void> => {
  const partition = attestationPartition.campaigns(state);
  for await (const ids of campaigns.ids({ index: "attestations", partition }))
    for (const id of ids) await work(await campaigns.get(id));
};

const dayMs = 24 * 3600 * 1000;
/** Campaigns that were cancelled so long ago have nobody left who is asked. */
const lapsedAfterMs = 2 * dayMs;

export const runAttestations: Schedule<ConfigurationContext> = {
  id: "run-attestations",
  summary: "Asks those who answer for CIs, reminds them, and closes campaigns.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, context) => {
    const { allCis, attestations, campaigns, now } = context;
    await inState("opening", (campaign) => askOwners(campaign, deadline, context), context);
    const due = attestations.ids({
      index: "attestations",
      partition: attestationPartition.due,
      upTo: `${now()}~`,
    });
    await forEachId(
      due,
      async (id) => {
        const { campaignId, ciId } = await attestations.get(id);
        const { remindDays } = await campaigns.get(campaignId);
        const ci = (await allCis.present([ciId])).get(ciId);
        return attestations.update(id, undefined, (each) => passTime(each, remindDays, now(), ci));
      },
      deadline,
    );
    await inState("open", (campaign) => closeIfOver(campaign, context), context);
    const isRecent = ({ updatedAt }: Campaign) => Date.parse(updatedAt) + lapsedAfterMs > Date.parse(now());
    await inState(
      "cancelled",
      async (campaign) => {
        if (isRecent(campaign)) await lapseAll(campaign, deadline, context);
      },
      context,
    );
  },
};
