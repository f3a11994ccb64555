import type { Random } from "./random.ts";
import { type Trouble, troubles } from "./troubles.ts";

const callers = ["emma.field", "noah.brooks", "ivy.berg", "liam.dahl", "sofia.lund"] as const;
const channels = ["phone", "phone", "portal", "portal", "portal", "email", "chat"] as const;
const agents: Readonly<Record<string, readonly string[]>> = {
  "service-desk": ["ada.service", "ben.service"],
  network: ["nia.network"],
  platform: ["omar.platform", "dana.data"],
  webshop: ["theo.shop"],
  workplace: ["lena.workplace"],
};

/** An incident of the past: what is reported, by whom it is taken up, and how long it takes. */
export type PastIncident = {
  readonly trouble: Pick<Trouble, "title" | "solved" | "teamId">;
  readonly report: Readonly<Record<string, unknown>>;
  readonly agent: string;
  /** Minutes for which it had gone on when it was written down. */
  readonly sinceMinutes: number;
  /** Evenings until it is solved; undefined: while the caller waits, or (`stays`) not yet. */
  readonly days: number | undefined;
  readonly stays: boolean;
  /** An article that helped with it, by its place in the list, and who else read it. */
  readonly helpedBy: number | undefined;
  readonly reader: string | undefined;
};

const drawn = (random: Random, week: number): Trouble => {
  const weights = troubles.map(({ weight }) => weight(week));
  let left = random.next() * weights.reduce((sum, each) => sum + each, 0);
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return troubles[Math.max(0, at)] as Trouble;
};

/** One more incident of a week. */
export const pastIncident = (random: Random, week: number): PastIncident => {
  const trouble = drawn(random, week);
  const { title, category, subcategory, serviceId, ciIds, teamId, impact, urgency, days, atOnce } = trouble;
  const byDesk = random.chance(atOnce);
  // What is urgent is solved before the evening, nearly always; of the rest every second one.
  const isUrgent = impact + urgency <= 4;
  const sameDay = byDesk || random.chance(isUrgent ? 0.9 : 0.5);
  // Between five minutes and a working day, short ones more often.
  const mostMinutes = byDesk ? 1.2 : isUrgent ? 1.4 : 1.9;
  const report = {
    ...{ title, category, subcategory, serviceId, ciIds, impact, urgency },
    channel: random.pick(channels),
    callerId: random.pick(callers),
  };
  return {
    trouble: { ...trouble, teamId: byDesk ? "service-desk" : teamId },
    report,
    agent: random.pick(agents[byDesk ? "service-desk" : teamId] ?? ["ada.service"]),
    sinceMinutes: Math.round(10 ** (0.7 + random.next() * mostMinutes)),
    days: sameDay ? undefined : Math.ceil(random.between(...days) / 3),
    stays: random.chance(0.15),
    helpedBy: random.chance(0.2) ? random.between(0, 99) : undefined,
    reader: random.chance(0.2) ? random.pick(callers) : undefined,
  };
};
