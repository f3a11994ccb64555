import { Refusal } from "../../shared/domain/refusal.ts";
import type { Ask } from "../../shared/dynamo/query.ts";
import type { ModelReader } from "./model-reader.ts";

const index = "cisByClass";

/** All of one tree, so that any class of it, with those below, is one range; the table divides what is written much. */
const partition = "tree";

/** So much of a name orders CIs: with twelve levels of classes before it, a key stays below 1,024 bytes. */
const orderedBy = 100;

const beginOf = (path: readonly string[]): string => `${path.join("/")}/`;
/** Behind the class's own end: what comes before all letters of which classes below could be called. */
const own = "#";

/** Where a CI stands among those of its class and of the classes above it: by class, then by name. */
export const placeInClass = (path: readonly string[], plainName: string, id: string) => ({
  partition,
  order: `${beginOf(path)}${own}${[...plainName].slice(0, orderedBy).join("")}#${id}`,
});

/** Those of a class that are not retired, by class, then by name; `this` leaves out the classes below it. */
export const cisOfClass = (path: readonly string[], which: "this" | "with-below" = "with-below"): Ask => ({
  index,
  partition,
  prefix: `${beginOf(path)}${which === "this" ? own : ""}`,
});

/** From the root down to a class; a class that is not there has no CIs, and nothing is below it. */
export const pathOf = async (
  classId: string,
  { model }: { readonly model: Pick<ModelReader, "chainOf"> },
): Promise<readonly string[]> => {
  const chain = await model.chainOf(classId).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
  return chain === undefined ? ["none", classId] : chain.map(({ id }) => id);
};
