import { Refusal } from "../../../shared/domain/refusal.ts";
import { type ClassReader, classReader } from "../decisions/class-reader.ts";
import type { ModelReader } from "../model-reader.ts";

/** Ids of classes that rows name may be anything at all: what is no id is not looked up. */
const isClassId = (id: string): boolean => /^[a-z][a-z0-9_]{1,39}$/.test(id);

/** The classes that an import meets, each read once in a run. */
export type ClassReaders = {
  readonly load: (classIds: readonly string[]) => Promise<(classId: string) => ClassReader | undefined>;
};

export const createClassReaders = (model: Pick<ModelReader, "chainOf">): ClassReaders => {
  const known = new Map<string, ClassReader | undefined>();
  const read = async (classId: string): Promise<void> => {
    if (known.has(classId)) return;
    try {
      known.set(classId, isClassId(classId) ? classReader(await model.chainOf(classId)) : undefined);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      known.set(classId, undefined);
    }
  };
  return {
    load: async (classIds) => {
      for (const classId of new Set(classIds)) await read(classId);
      return (classId) => known.get(classId);
    },
  };
};
