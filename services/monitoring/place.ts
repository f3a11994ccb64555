import { Refusal } from "../../shared/domain/refusal.ts";
import { minutes, type Place } from "./decisions/circumstances.ts";
import { detect } from "./decisions/storm.ts";
import { memberOf, scopeOf } from "./storm.ts";
import type { MonitoringContext } from "./table.ts";

type Asking = {
  readonly id: string;
  readonly episode: number;
  readonly source: string;
  readonly serviceId?: string | undefined;
};

/** Asks one after another, per service: of those that ask at once in one process only the first need the table. */
const lines = new Map<string, Promise<unknown>>();
const inLine = <T>(scope: string, ask: () => Promise<T>): Promise<T> => {
  const turn = (lines.get(scope) ?? Promise.resolve()).then(ask, ask);
  const done = turn
    .catch(() => undefined)
    .then(() => {
      if (lines.get(scope) === done) lines.delete(scope);
    });
  lines.set(scope, done);
  return turn;
};

const ask = async (asking: Asking, scope: string, context: MonitoringContext): Promise<Place> => {
  const { id, episode, source, serviceId } = asking;
  const { storms, places, knownStorms, now } = context;
  const settings = await context.settings();
  const joined = (stormId: string): Place => {
    knownStorms.learn(scope, stormId);
    return { kind: "storm", stormId };
  };
  for (let attempt = 0; attempt < 5; attempt++) {
    const stormId = knownStorms.find(scope) ?? (await storms.holder(scope));
    if (stormId) return joined(stormId);
    const { alerts, minutes: within } = settings.storm;
    const limit = { most: alerts - 1, windowMs: within * minutes };
    const members = await places.take(scope, memberOf(id, episode), limit);
    if (!members) return { kind: "own" };
    try {
      const beginning = { serviceId, source, members, now: now(), settings };
      const storm = await storms.create((stormNumber) => detect(stormNumber, beginning));
      return joined(storm.id);
    } catch (error) {
      // Somebody else's alert found it in this very moment: theirs it is.
      if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    }
  }
  throw new Refusal("write_conflict");
};

/**
 * Where the incident of an alert is to be. Of the alerts of one service (or source) that come within the time
 * the settings say, the first have places for incidents of their own, one fewer than make a storm; the next one
 * finds no place and so the storm. The places are one item that is written under its version, so they are never
 * given twice; once the storm is there it is only read.
 */
export const findPlace = (asking: Asking, context: MonitoringContext): Promise<Place> => {
  const scope = scopeOf(asking);
  return inLine(scope, () => ask(asking, scope, context));
};
