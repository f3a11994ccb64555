import { type Fault, faultPlaces } from "./faults.ts";
import { neverReached } from "./reach.ts";
import type { Outcome } from "./run-plan.ts";

const faultText = ({ kind, at, times, amount }: Fault): string =>
  `${kind} at ${faultPlaces[kind]} ${at}${times > 1 ? ` and ${times - 1} after` : ""}${amount === 0 ? "" : ` (${amount} ms)`}`;

/** What broke and what it took, for whoever is to repair it. The outcome must have come with its trace. */
export const brokenText = ({ plan, broken, trace, asked }: Outcome): string => {
  const [first, ...more] = broken;
  const begun = trace.filter((line) => / operation \d+: /.test(line));
  return [
    first === undefined ? "played again, it breaks nothing" : `${first.invariant}\n  ${first.why}`,
    ...(more.length > 0 ? [`  and ${more.length} more, such as ${more.at(-1)?.why}`] : []),
    `what is left of the plan of seed ${plan.seed}:\n  ${[...begun, ...plan.faults.map(faultText)].join("\n  ")}`,
    `the plan, for --plan or to be kept in failed-seeds.ts:\n${JSON.stringify({ ...plan, asked })}`,
  ].join("\n");
};

type Counts = Readonly<Record<string, number>>;

const addUp = (all: readonly Counts[]): Counts => {
  const sums: Record<string, number> = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
};

const lines = (counts: Counts): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `  ${String(count).padStart(9)}  ${name}`)
    .join("\n");

/** What many runs had of everything, and which trouble was made how often. */
export const figures = (outcomes: readonly Pick<Outcome, "counts" | "injected">[]): string =>
  [
    `there were:\n${lines(addUp(outcomes.map(({ counts }) => counts)))}`,
    `faults injected:\n${lines(addUp(outcomes.map(({ injected }) => injected)))}`,
  ].join("\n");

const perLine = 4;

/** What of the product no run came to: a workload that grew too little, or a service that nothing is asked of. */
export const unreached = (outcomes: readonly Pick<Outcome, "plan" | "reached">[]): string => {
  const runs = outcomes.map(({ plan, reached }) => ({ services: plan.services, reached }));
  const byKind = new Map<string, string[]>();
  for (const each of neverReached(runs)) {
    const [kind = "", name = ""] = each.split(": ");
    byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
  }
  const text = [...byKind].map(([kind, names]) => {
    const rows = names.map((name, at) => (at % perLine === 0 && at > 0 ? `\n    ${name}` : name));
    return `  ${kind} (${names.length}): ${rows.join(" ")}`;
  });
  return `never with success, or without any work:\n${text.join("\n")}`;
};
