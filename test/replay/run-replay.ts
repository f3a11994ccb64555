import { allChecks } from "./checks/all-checks.ts";
import { connectSystem } from "./connect-system.ts";
import { readConsumed } from "./consumed.ts";
import { deskAgreements, deskCalendar } from "./desk-agreements.ts";
import { deskSettings } from "./desk-settings.ts";
import { readLog } from "./log.ts";
import { observe } from "./observe.ts";
import { type OwnCloud, startOwnCloud } from "./own-cloud.ts";
import { type ReplayOptions, replayLog } from "./replay-log.ts";
import { type Report, reportOf } from "./report.ts";
import type { System } from "./system.ts";

type RunOptions = ReplayOptions & {
  readonly file: string;
  readonly limit?: number | undefined;
  /** A system that runs already; without it one is started on a fresh database. */
  readonly url?: string | undefined;
};

const configure = async (system: System, path: string, settings: object): Promise<void> => {
  const { body } = await system.as("admin", "GET", path);
  const ifMatch = (body as { version: number }).version;
  const { status, body: reply } = await system.as("admin", "PUT", path, {
    body: settings,
    ifMatch,
  });
  if (status !== 200) throw new Error(`the desk's rules were refused: ${status} ${JSON.stringify(reply)}`);
};

const make = async (system: System, path: string, body: object): Promise<string> => {
  const { status, body: reply } = await system.as("admin", "POST", path, { body });
  if (status !== 201) throw new Error(`${path} refused: ${status} ${JSON.stringify(reply)}`);
  return (reply as { id: string }).id;
};

const agree = async (system: System): Promise<void> => {
  const calendarId = await make(system, "/calendars", { name: "Desk", ...deskCalendar });
  for (const agreement of deskAgreements(calendarId)) await make(system, "/agreements", agreement);
};

const minute = 60_000;
/** After the last row everything that is due closes: one sweep later than the log's last minute. */
const lastSweep = 10 * minute;

const run = async (system: System, options: RunOptions, own: OwnCloud | undefined): Promise<Report> => {
  const incidents = readLog(options.file, options.limit);
  const times = incidents.flatMap(({ steps }) => steps.map(({ at }) => at));
  const [first, last] = times.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [
    Number.POSITIVE_INFINITY,
    0,
  ] as [number, number]);
  await system.moveTo(first - minute);
  await configure(system, "/incident-settings", deskSettings());
  // The logged desk knew no major incidents.
  const rule = { isOn: false, priorities: [1], children: 5 };
  await configure(system, "/major-incident-settings", { rule, plan: [] });
  await agree(system);
  await system.drain();
  await system.countCapacity();
  const replayed = await replayLog(system, incidents, options);
  await system.moveTo(Math.max(system.now(), last) + lastSweep);
  await system.drain();
  const capacity = await system.capacity();
  const evidence = await observe(system, replayed, options);
  const consumed = own === undefined ? undefined : await readConsumed(own.dynamoDb);
  return reportOf(replayed, capacity, allChecks({ ...evidence, consumed }));
};

/** Replays a log against a system of its own or a running one, and judges what it left behind. */
export const runReplay = async (options: RunOptions): Promise<Report> => {
  const own = options.url === undefined ? await startOwnCloud() : undefined;
  try {
    const system = await connectSystem(own?.url ?? options.url ?? "", options);
    try {
      return await run(system, options, own);
    } finally {
      system.close();
    }
  } finally {
    await own?.stop();
  }
};
