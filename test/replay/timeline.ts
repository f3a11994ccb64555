import type { LoggedIncident, LoggedStep } from "./log.ts";

/** A save to be replayed, with the one before it in the same incident. */
export type Work = {
  readonly incident: LoggedIncident;
  readonly before: LoggedStep | undefined;
  readonly step: LoggedStep;
};

/** All saves of one minute: a chain per incident, whose saves follow one another; chains go in parallel. */
export type Moment = { readonly at: number; readonly chains: readonly (readonly Work[])[] };

/** The log in the order of time. */
export const timelineOf = (incidents: readonly LoggedIncident[]): readonly Moment[] => {
  const moments = new Map<number, Map<string, Work[]>>();
  for (const incident of incidents) {
    for (const [index, step] of incident.steps.entries()) {
      const chains = moments.get(step.at) ?? new Map<string, Work[]>();
      moments.set(step.at, chains);
      const chain = chains.get(incident.number) ?? [];
      chains.set(incident.number, chain);
      chain.push({ incident, before: incident.steps[index - 1], step });
    }
  }
  return [...moments]
    .sort(([one], [other]) => one - other)
    .map(([at, chains]) => ({ at, chains: [...chains.values()] }));
};
