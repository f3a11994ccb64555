import type { Mark } from "../../../shared/dynamo/marks.ts";
import type { Ci } from "../ci.ts";
import { type ConfigurationContext, plainName } from "../table.ts";

/** The partition of a finding in the index of findings. */
export const findingPartition = (name: string): string => `finding#${name}`;

const orderOf = ({ id, classId, name }: Ci): string => `${classId}#${plainName(name).slice(0, 200)}#${id}`;

const removeAll = async (marks: readonly Mark[], { findings }: Pick<ConfigurationContext, "findings">) => {
  for (const mark of marks) await findings.remove(mark);
};

/** Brings what is noted of CIs to what was found; only what differs is written. */
export const settleFindings = async (
  cis: readonly Ci[],
  found: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
  { findings }: Pick<ConfigurationContext, "findings">,
): Promise<void> => {
  const keys = cis.flatMap(({ id }) => names.map((name) => ({ id, name })));
  const noted = await findings.read(keys);
  const isNoted = new Map(noted.map((mark) => [`${mark.id}#${mark.name}`, mark]));
  const wanted = cis.flatMap((ci) =>
    (found.get(ci.id) ?? []).map((name) => ({
      id: ci.id,
      name,
      partition: findingPartition(name),
      order: orderOf(ci),
    })),
  );
  const isWanted = new Set(wanted.map(({ id, name }) => `${id}#${name}`));
  const fresh = wanted.filter((mark) => isNoted.get(`${mark.id}#${mark.name}`)?.order !== mark.order);
  if (fresh.length > 0) await findings.put(fresh);
  await removeAll(
    noted.filter(({ id, name }) => !isWanted.has(`${id}#${name}`)),
    { findings },
  );
};
