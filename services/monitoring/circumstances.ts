import type { Alert } from "./alert.ts";
import type { Circumstances, Place } from "./decisions/circumstances.ts";
import type { Verdict } from "./decisions/observe.ts";
import { type Affected, mutingWindow } from "./maintenance-window.ts";
import { findPlace } from "./place.ts";
import type { MonitoringContext } from "./table.ts";

type Decide = (alert: Alert, on: Circumstances) => Verdict;

/** What came of a decision: the alert as it is now, and the verdict unless all was done before. */
export type Outcome = { readonly alert: Alert; readonly verdict: Verdict | undefined };

/**
 * Decides about an alert and writes it. A place for an incident is looked for only when the decision asks for
 * one, which `before`, the alert as it was a moment ago, may show at once. `except` names a window that mutes
 * nothing any more.
 */
export const decideAlert = async (
  id: string,
  about: Affected & { readonly source: string },
  context: MonitoringContext,
  decide: Decide,
  { before, except }: { readonly before?: Alert; readonly except?: string | undefined } = {},
): Promise<Outcome> => {
  const { alerts, now } = context;
  const windows = (await context.openWindows()).filter((window) => window.id !== except);
  const fixed = {
    now: now(),
    settings: await context.settings(),
    window: mutingWindow(windows, about, now()),
  };
  const placeFor = async (verdict: Verdict | undefined): Promise<Place | undefined> =>
    verdict?.kind === "needs place"
      ? findPlace({ id, episode: verdict.episode, ...about }, context)
      : undefined;
  let place = await placeFor(before && decide(before, { ...fixed, place: undefined }));
  for (;;) {
    let verdict: Verdict | undefined;
    const alert = await alerts.update(id, undefined, (current) => {
      verdict = decide(current, { ...fixed, place });
      return verdict.kind === "decided" ? verdict.decision : [];
    });
    if (verdict?.kind !== "needs place") return { alert, verdict };
    place = await placeFor(verdict);
  }
};
