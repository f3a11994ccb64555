import type { Bulk } from "../../../shared/dynamo/bulk.ts";
import type { Decision, RecordBase } from "../../../shared/dynamo/record.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { type Holding, reportHoldings } from "../../../shared/holdings/holdings.ts";
import { DepartureAsked, isMeantBy } from "../../organization/events-departures.ts";
import { attestationPartition } from "../attest/table.ts";
import type { Ci } from "../ci.ts";
import { answersFor, handOverCi, handOverQuestion, isAskedOf } from "../decisions/depart.ts";
import { ConfigurationHoldingsFound } from "../events-holdings.ts";
import type { ConfigurationContext } from "../table.ts";

type Kind<R extends RecordBase> = {
  readonly bulk: Bulk<R>;
  readonly name: string;
  readonly isHeld: (record: R) => boolean;
  readonly handOver: (record: R) => Decision<R>;
};

/** Hands over a page of records at once, and answers those that are left. */
const page = async <R extends RecordBase>(
  ids: readonly string[],
  { bulk, name, isHeld, handOver }: Kind<R>,
): Promise<readonly Holding[]> => {
  const held = [...(await bulk.read(ids)).values()].filter(isHeld);
  const parts = held.map((before) => ({ id: before.id, before, decision: handOver(before) }));
  const failed = new Set(await bulk.write(parts.filter(({ decision }) => decision.length > 0)));
  return parts.flatMap(({ id, decision }) =>
    decision.length === 0 || failed.has(id) ? [{ kind: name, id }] : [],
  );
};

/** A function has half a minute; who owns more than it can hand over is asked about the rest again. */
const patienceMs = 15_000;

const allOf = async <R extends RecordBase>(
  pages: AsyncIterable<readonly string[]>,
  kind: Kind<R>,
): Promise<readonly Holding[]> => {
  const left: Holding[] = [];
  const begun = performance.now();
  for await (const ids of pages) {
    const isLate = performance.now() - begun > patienceMs;
    left.push(...(isLate ? ids.map((id) => ({ kind: kind.name, id })) : await page(ids, kind)));
  }
  return left;
};

export const departureAsked = subscription({
  id: "departure-asked",
  summary:
    "Hands over the CIs and questions of who is gone, or leaves them to the team that looks after them, and tells what is left.",
  event: DepartureAsked,
  handle: async ({ data: { departure } }, context: ConfigurationContext) => {
    const { id: caseId, personId, round, lastAt } = departure;
    const { allCis, attestations, bulkCis, bulkAttestations, held, now } = context;
    const isOver = lastAt <= now();
    const given = <T>(decision: () => readonly T[]): readonly T[] => (isOver ? decision() : []);
    const cis = await allOf(allCis.ids({ index: "cisByOwner", partition: personId }), {
      bulk: bulkCis,
      name: "ci",
      isHeld: (ci: Ci) => answersFor(ci, personId) && isMeantBy(departure, ci.teamId),
      handOver: (ci) => given(() => handOverCi(ci, departure)),
    });
    const asked = { index: "attestations", partition: attestationPartition.person(personId) };
    const questions = await allOf(attestations.ids(asked), {
      bulk: bulkAttestations,
      name: "attestation",
      isHeld: (question) => isAskedOf(question, personId) && isMeantBy(departure, question.teamId),
      handOver: (question) => given(() => handOverQuestion(question, departure)),
    });
    const report = { caseId, personId, round };
    await reportHoldings(held, ConfigurationHoldingsFound, report, [...cis, ...questions]);
  },
});
