import { attestationRecords, campaignRecords } from "../../services/configuration/attest/table.ts";
import type { Attestation, Campaign } from "../../services/configuration/attestation.ts";
import { baselineRecords } from "../../services/configuration/table.ts";
import type { Facts } from "./facts.ts";
import { type KeptKind, keep } from "./kept-operations.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, storedKind } from "./simulated.ts";

const hour = 3_600_000;

export const careKinds = [
  storedKind(campaignRecords, (id) => /^ATC\d+$/.test(id)),
  storedKind(attestationRecords, (id) => /^ATT\d+$/.test(id)),
  storedKind(baselineRecords, (id) => /^BSL\d+$/.test(id)),
];

const post = (path: string, body: object = {}, more: Partial<Operation> = {}): Operation => ({
  as: "cora",
  method: "POST",
  path,
  body,
  isKeyed: true,
  ...more,
});

const cis = (model: Model) => model.seen("CI").filter(({ id }) => /^CI\d+$/.test(id));

/** Those who answer for CIs are asked, say yes or no, or let it lapse. */
const attest = (random: Random, model: Model): Operation => {
  const campaigns = model.seen("ATC");
  if (campaigns.length < 2) {
    const dueAt = new Date(model.now() + random.pick([1, 5, 60]) * hour).toISOString();
    const body = { name: model.word(), classId: random.pick(["server", "switch"]), dueAt };
    return post("/attestation-campaigns", { ...body, remindDays: random.pick([[], [1]]) });
  }
  const asked = model.seen("ATT").filter(({ state }) => state === "asked");
  if (asked.length === 0) return post("/ci-attestations", undefined, { method: "GET", isKeyed: false });
  const path = `/ci-attestations/${random.pick(asked).id}`;
  return random.weighted<Operation>([
    [4, post(`${path}/confirm`)],
    [2, post(`${path}/dispute`, { comment: model.word() })],
    [0.5, post(`/attestation-campaigns/${random.pick(campaigns).id}/cancel`)],
  ]);
};

const baseline: KeptKind = {
  as: "cora",
  path: "/ci-baselines",
  fields: (_random, model) => ({
    name: model.word(),
    ciIds: cis(model)
      .slice(0, 2)
      .map(({ id }) => id),
    at: new Date(model.now() - 1000).toISOString(),
  }),
  known: (model) => model.seen("BSL"),
};

/** What is known of CIs is confirmed by those who answer for them, and kept as it was. */
export const careFor = (random: Random, model: Model): Operation =>
  cis(model).length === 0
    ? post("/cis", { name: model.word(), classId: "server", ownerId: "cora" })
    : random.weighted([
        [4, attest],
        [1, keep(baseline)],
      ])(random, model);

const recordOf = <R>({ item }: Facts["kept"][number]): R =>
  ({ ...(item?.record as object), ...(item?.long as object) }) as R;

/** In a campaign a CI is asked about once, and nobody is asked in one that is over. */
export const brokenCampaigns = ({ kept }: Facts): string[] => {
  const campaigns = new Map(
    kept.filter(({ id }) => /^ATC\d+$/.test(id)).map((one) => [one.id, recordOf<Campaign>(one)]),
  );
  const questions = kept.filter(({ id }) => /^ATT\d+$/.test(id)).map((one) => recordOf<Attestation>(one));
  const about = questions.map(({ campaignId, ciId }) => `${campaignId} asks about ${ciId}`);
  return [
    ...about.filter((each, at) => about.indexOf(each) !== at).map((each) => `${each} twice`),
    ...questions
      .filter(({ campaignId, state }) => state === "asked" && campaigns.get(campaignId)?.state === "closed")
      .map(({ id, campaignId }) => `${id} still asks, ${campaignId} is closed`),
  ];
};
