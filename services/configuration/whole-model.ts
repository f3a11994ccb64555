import type { Records } from "../../shared/dynamo/records.ts";
import { type Kept, keptList } from "../../shared/kept/kept.ts";

/** More than any company has made; beyond it the answer says that there are more. */
const most = 500;

/** All classes or types: those that were written (in each state at most 500), and the product's own besides. */
export const allOf = async <R extends Kept>(
  records: Records<R>,
  path: string,
  seeded: ReadonlyMap<string, R>,
): Promise<{ readonly all: readonly R[]; readonly truncated: true | undefined }> => {
  const written = await Promise.all(
    (["active", "retired"] as const).map((state) => records.few(keptList(path, state), most)),
  );
  const all = new Map([...seeded, ...written.flat().map((each) => [each.id, each] as const)]);
  const isCut = written.some(({ length }) => length === most);
  return {
    all: [...all.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    truncated: isCut ? true : undefined,
  };
};
