import { attributesOf } from "../attributes.ts";
import type { Ci } from "../ci.ts";
import type { Likeness } from "../ci-duplicate.ts";
import { cisOfClass, pathOf } from "../class-list.ts";
import { checks, counted, type Figures, healthId, noHealth } from "../cmdb-health.ts";
import type { ComplianceRule } from "../compliance-rule.ts";
import { findingsOf } from "../decisions/findings.ts";
import { likelyDuplicates } from "../decisions/likely-duplicates.ts";
import { tellOfHealth } from "../decisions/tell-of-health.ts";
import { seededClasses } from "../seeds/classes.ts";
import { type ConfigurationContext, paths } from "../table.ts";
import { bundleOf, relationsIn } from "../ties-of.ts";
import { allOf } from "../whole-model.ts";
import { proposeDuplicates } from "./propose.ts";
import { settleFindings } from "./settle-findings.ts";

export const sweepJob = "measure-health";

/** What a sweep has counted so far. */
export type Counted = { readonly total: Figures; readonly classes: Readonly<Record<string, Figures>> };
const nothing: Counted = { total: noHealth.total, classes: {} };

const namesOf = (rules: readonly ComplianceRule[]): readonly string[] => [
  ...checks,
  ...rules.map(({ id }) => `rule.${id}`),
];

/** CIs that have at least one relation. Nearly all are found by one batch read; the others are asked for. */
const tiedOf = async (
  cis: readonly Ci[],
  { bundles, relations }: ConfigurationContext,
): Promise<ReadonlySet<string>> => {
  const found = await bundles.read(
    cis.flatMap(({ id }) => [bundleOf("up", id), bundleOf("down", id)]),
    1,
  );
  const isIn = (name: string): boolean => {
    const bundle = found.get(name);
    return bundle !== undefined && relationsIn(bundle).total > 0;
  };
  const tied = new Set(
    cis.map(({ id }) => id).filter((id) => isIn(bundleOf("up", id)) || isIn(bundleOf("down", id))),
  );
  const others = cis.filter(({ id }) => !tied.has(id));
  const atOnce = 10;
  for (let at = 0; at < others.length; at += atOnce)
    await Promise.all(
      others.slice(at, at + atOnce).map(async ({ id }) => {
        for (const index of ["relationsFrom", "relationsTo"])
          if ((await relations.few({ index, partition: id }, 1)).length > 0) tied.add(id);
      }),
    );
  return tied;
};

/** CIs of which somebody has yet to say whether they are there twice. */
const openTwins = async ({ duplicates }: ConfigurationContext): Promise<Set<string>> => {
  const twins = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await duplicates.list(
      { index: "duplicatesByState", partition: "open" },
      { limit: 100, cursor },
    );
    for (const { ciIds } of page.items) for (const id of ciIds) twins.add(id);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return twins;
};

/** Pairs are read by whoever writes CIs: a restricted one keeps its name to itself. */
export const likeByName = (a: Ci, b: Ci): Likeness => {
  const name = a.restricted || b.restricted ? "" : ` ${a.name}`;
  return { kind: "name", detail: `${a.classId}${name}`.slice(0, 300) };
};

/** One page of a class, in the order of names: findings are noted, likely duplicates proposed. */
const examine = async (
  cis: readonly Ci[],
  /** The last one of the page before. */
  previous: Ci | undefined,
  rules: readonly ComplianceRule[],
  twins: Set<string>,
  { total, classes }: Counted,
  context: ConfigurationContext,
): Promise<Counted> => {
  const { model, now } = context;
  const tied = await tiedOf(cis, context);
  const pairs = likelyDuplicates(previous ? [previous, ...cis] : cis).map(([a, b]) => ({
    ciIds: [a.id, b.id] as const,
    likeness: likeByName(a, b),
  }));
  await proposeDuplicates(pairs, context);
  for (const { ciIds } of pairs) for (const id of ciIds) twins.add(id);
  const found = new Map<string, readonly string[]>();
  let counts: Counted = { total, classes };
  for (const ci of cis) {
    const chain = await model.chainOf(ci.classId);
    const findings = findingsOf(ci, {
      attributes: attributesOf(chain),
      isTied: tied.has(ci.id),
      isDuplicate: twins.has(ci.id),
      rules,
      now: now(),
    });
    found.set(ci.id, findings);
    counts = {
      total: counted(counts.total, findings),
      classes: { ...counts.classes, [ci.classId]: counted(counts.classes[ci.classId], findings) },
    };
  }
  await settleFindings(cis, found, namesOf(rules), context);
  return counts;
};

/**
 * Goes over all CIs that are not retired, class by class, notes what is wrong with each, and tells the figures in
 * the end. Goes on where the last run stopped.
 */
export const sweep = async (deadline: number, context: ConfigurationContext): Promise<void> => {
  const { jobs, classes, allCis, complianceRules, healthRecord, now } = context;
  const job = await jobs.load(sweepJob);
  if (!job) return;
  const { rules } = await complianceRules();
  const twins = await openTwins(context);
  const { all } = await allOf(classes, paths.ciClass, seededClasses);
  const classIds = all.filter(({ abstract }) => !abstract).map(({ id }) => id);
  const { reached } = job;
  const { counted: text, ...position } = reached?.after ?? {};
  let counts: Counted = text === undefined ? nothing : (JSON.parse(text) as Counted);
  const begun = Math.max(0, classIds.indexOf(reached?.partition ?? ""));
  for (const classId of classIds.slice(begun)) {
    let previous: Ci | undefined;
    const after = classId === reached?.partition && "pk" in position ? position : undefined;
    const ask = cisOfClass(await pathOf(classId, context), "this");
    for await (const { items, next } of allCis.idPages(ask, after)) {
      if (performance.now() > deadline) return;
      const there = await allCis.present(items);
      const cis = items.flatMap((id) => there.get(id) ?? []);
      counts = await examine(cis, previous, rules, twins, counts, context);
      previous = cis.at(-1) ?? previous;
      if (!next) continue;
      const kept = { ...next, counted: JSON.stringify(counts) };
      await jobs.keep(sweepJob, { since: job.since, reached: { partition: classId, after: kept } });
    }
    const nextClass = classIds[classIds.indexOf(classId) + 1];
    if (nextClass !== undefined)
      await jobs.keep(sweepJob, {
        since: job.since,
        reached: { partition: nextClass, after: { counted: JSON.stringify(counts) } },
      });
  }
  await healthRecord.update(healthId, undefined, () => tellOfHealth(counts, now()));
  await jobs.end(sweepJob, job);
};
