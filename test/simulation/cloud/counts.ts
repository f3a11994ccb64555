import type { Handled } from "./queue-lines.ts";
import type { World } from "./world.ts";

const metaOf = (body: string): { subject: string; sequence: number } | undefined => {
  try {
    return JSON.parse(body).detail.meta;
  } catch {
    return undefined;
  }
};

/** How often a queue gave an event again, and how often one that came before another it had given already. */
const disorderOf = (handled: readonly Handled[]) => {
  const seen = new Set<string>();
  const latest = new Map<string, number>();
  let [again, late] = [0, 0];
  for (const { mapping, message } of handled) {
    const { subject, sequence } = metaOf(message.body) ?? {};
    if (subject === undefined || sequence === undefined) continue;
    const record = `${mapping.functionArn} ${subject}`;
    if (seen.has(`${record} ${sequence}`)) again++;
    else if ((latest.get(record) ?? 0) > sequence) late++;
    seen.add(`${record} ${sequence}`);
    latest.set(record, Math.max(sequence, latest.get(record) ?? 0));
  }
  return { again, late };
};

/** What there was of everything in a world, for the report. */
export const countAll = ({ client, records }: World): Readonly<Record<string, number>> => {
  const { counts, handled, published, runs } = records.all();
  const tasks = client.tasks();
  const { again, late } = disorderOf(handled);
  const ended = (outcome: string) => tasks.filter((task) => task.outcome === outcome).length;
  return {
    operations: tasks.length,
    "operations that are events of AWS": tasks.filter(({ operation }) => operation.foreign).length,
    "operations accepted": ended("accepted"),
    "operations refused": ended("refused"),
    "operations whose end their client never learned": ended("unknown"),
    requests: tasks.reduce((sum, { attempts }) => sum + attempts.length, 0),
    "events published": published.length,
    "messages handed to functions": handled.length,
    "messages handed out again": again,
    "messages handed out after later ones of their record": late,
    "scheduled runs": runs.length,
    "calls to AWS": records.all().calls.length,
    ...counts,
  };
};
