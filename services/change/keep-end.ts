import type { ChangeContext } from "./context.ts";
import { factsOfEnd } from "./track-record.ts";

const hour = 3_600_000;
/** As often as somebody may change it meanwhile; then the event comes again. */
const attempts = 5;

/** Keeps how a change ended, as it is known now; true when there is nothing to keep, or it is kept. */
const keep = async (id: string, { changes, ends }: ChangeContext): Promise<boolean> => {
  const change = await changes.get(id);
  const { outcome, openedAt, actualEnd, version, links } = change;
  if (outcome === undefined || actualEnd === undefined) return true;
  const caused = links.filter(({ type }) => type === "caused").length;
  const hours = Math.round((10 * (Date.parse(actualEnd) - Date.parse(openedAt))) / hour) / 10;
  const end = { o: outcome, h: hours, ...(caused > 0 ? { i: caused } : {}) };
  return ends.keepAll(id, version, factsOfEnd(change, end, actualEnd));
};

export const keepEnd = async (id: string, context: ChangeContext): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) if (await keep(id, context)) return;
  throw new Error(`${id} was changed each time its end was kept`);
};
