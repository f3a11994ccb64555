import type { Campaign } from "../attestation.ts";
import { cisOfClass, pathOf } from "../class-list.ts";
import { askAbout, closeCampaign, lapseAttestation, openCampaign } from "../decisions/attestation.ts";
import type { ConfigurationContext } from "../table.ts";
import { attestationPartition } from "./table.ts";

const jobOf = ({ id }: Campaign): string => `attestation.${id}`;

/** Asks about the CIs of a campaign, a page at a time; who was asked already is not asked again. */
export const askOwners = async (
  campaign: Campaign,
  deadline: number,
  context: ConfigurationContext,
): Promise<void> => {
  const { allCis, attestations, bulkAttestations, campaigns, jobs, now } = context;
  const name = jobOf(campaign);
  const job = await jobs.begin(name);
  const ask = cisOfClass(await pathOf(campaign.classId, context));
  for await (const { items, next } of allCis.idPages(ask, job.reached?.after)) {
    if (performance.now() > deadline) return;
    const known = await attestations.holders(items.map((ciId) => `${campaign.id}+${ciId}`));
    const there = await allCis.present(items.filter((ciId) => !known.has(`${campaign.id}+${ciId}`)));
    const numbers = await bulkAttestations.numbers(there.size);
    const parts = [...there.values()].map((ci, at) => {
      const id = numbers[at] ?? "";
      return { id, before: undefined, decision: askAbout(id, ci, campaign, now()) };
    });
    await bulkAttestations.write(parts);
    if (next)
      await jobs.keep(name, { since: job.since, reached: { partition: campaign.classId, after: next } });
  }
  await campaigns.update(campaign.id, undefined, openCampaign);
  await jobs.end(name, job);
};

const countOf = async (
  { id }: Campaign,
  state: string,
  { attestations }: Pick<ConfigurationContext, "attestations">,
): Promise<number> => {
  let count = 0;
  for await (const ids of attestations.ids({
    index: "attestations",
    partition: attestationPartition.of(id, state),
  }))
    count += ids.length;
  return count;
};

/** Far longer than an index lags behind. */
const settlesMs = 2 * 60_000;

/** Closes a campaign, with its outcome, when nobody is asked any more: all answered, or it was due. */
export const closeIfOver = async (campaign: Campaign, context: ConfigurationContext): Promise<void> => {
  const { campaigns, now } = context;
  // An index may not know yet who was asked a moment ago.
  if (Date.parse(campaign.updatedAt) + settlesMs > Date.parse(now())) return;
  const asked = await countOf(campaign, "asked", context);
  if (asked > 0) return;
  const [confirmed, disputed, lapsed] = await Promise.all(
    ["confirmed", "disputed", "lapsed"].map((state) => countOf(campaign, state, context)),
  );
  const outcome = { asked, confirmed: confirmed ?? 0, disputed: disputed ?? 0, lapsed: lapsed ?? 0 };
  await campaigns.update(campaign.id, undefined, (each) => closeCampaign(each, outcome));
};

/** Of a campaign that was cancelled nobody is asked any more. */
export const lapseAll = async (
  campaign: Campaign,
  deadline: number,
  { attestations }: ConfigurationContext,
): Promise<void> => {
  const partition = attestationPartition.of(campaign.id, "asked");
  for await (const ids of attestations.ids({ index: "attestations", partition }))
    for (const id of ids) {
      if (performance.now() > deadline) return;
      await attestations.update(id, undefined, lapseAttestation);
    }
};
