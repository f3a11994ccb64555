import type { Cells } from "../../../shared/dynamo/cells.ts";
import { indexOf } from "../../../shared/search/index-of.ts";
import { valuesOf } from "../../../shared/search/values-of.ts";
import type { IndexStore } from "./index-store.ts";
import { type Changed, type Source, stampFacet, withOverlap } from "./searchable.ts";

/**
 * A comparison of the stored index with its sources that was asked for: how far each source was looked at, how many
 * documents the index has of those that were told of, and how many are missing, too many or old.
 */
type Check = {
  readonly reached: Readonly<Record<string, string>>;
  readonly seen: number;
  readonly wrong: number;
};

const checkCell = "search-check";

/** Asks for a comparison; one that is under way is as good. */
export const askForCheck = async (cells: Cells): Promise<void> => {
  const { edition, value: present } = await cells.load<Check | null>(checkCell);
  if (present) return;
  await cells.replace<Check | null>(checkCell, edition, { reached: {}, seen: 0, wrong: 0 });
};

/** Of what a source tells, what the index should have otherwise. What changed a moment ago is left to the next time. */
const compared = (page: readonly Changed[], stamps: ReadonlyMap<string, string>, settled: string) => {
  let [seen, wrong] = [0, 0];
  for (const { id, stamp, order, isFound } of page) {
    const has = stamps.get(id);
    if (has !== undefined) seen++;
    const isRight = isFound ? has === stamp : has === undefined;
    if (!isRight && order < settled) wrong++;
  }
  return { seen, wrong };
};

/** Goes on with a source from where it was; done when there is nothing more. */
const walked = async (
  source: Source,
  check: Check,
  stamps: ReadonlyMap<string, string>,
  settled: string,
  deadline: number,
): Promise<{ readonly check: Check; readonly isDone: boolean }> => {
  let current = check;
  const reached = () => current.reached[source.name] ?? "";
  for await (const page of source.changes(reached())) {
    const news = page.filter(({ order }) => order > reached());
    const { seen, wrong } = compared(news, stamps, settled);
    const last = news.at(-1)?.order;
    // What was looked at last is told of again: with nothing behind it, this is the end.
    if (last === undefined) continue;
    current = {
      ...current,
      reached: { ...current.reached, [source.name]: last },
      seen: current.seen + seen,
      wrong: current.wrong + wrong,
    };
    if (performance.now() > deadline) return { check: current, isDone: false };
  }
  return { check: current, isDone: true };
};

/**
 * Goes on with a comparison, if there is one, until the deadline (`performance.now()` scale), and keeps what came of
 * it in the manifest. Answers how many documents are wrong, once it has come to the end; the next run goes on else.
 */
export const goOnChecking = async (
  store: IndexStore,
  cells: Cells,
  sources: readonly Source[],
  now: Date,
  deadline: number,
): Promise<number | undefined> => {
  const { edition: cellEdition, value: asked } = await cells.load<Check | null>(checkCell);
  if (!asked) return undefined;
  const { edition, manifest, segments, isDamaged } = await store.load();
  const stamps = valuesOf(indexOf(segments), stampFacet);
  let check = asked;
  for (const source of sources.filter(({ isEcho }) => !isEcho)) {
    const settled = withOverlap(manifest.reached[source.name] ?? "");
    const { check: after, isDone } = await walked(source, check, stamps, settled, deadline);
    check = after;
    if (isDone) continue;
    await cells.replace<Check | null>(checkCell, cellEdition, check);
    return undefined;
  }
  // What no source tells of should not be there at all. What changed under way is told of twice: that hides, and never accuses.
  const strays = Math.max(0, stamps.size - check.seen);
  const wrong = check.wrong + strays + (isDamaged ? 1 : 0);
  if (!(await cells.replace<Check | null>(checkCell, cellEdition, null))) return undefined;
  await store.replace(edition, { ...manifest, checked: { at: now.toISOString(), wrong } });
  return wrong;
};
