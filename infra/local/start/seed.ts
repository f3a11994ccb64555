import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Ask } from "../../demo/ask.ts";
import { seed } from "../../demo/seed.ts";
import type { Time } from "../../demo/time.ts";
import { fetchToken } from "../cloud/token.ts";
import type { Cloud } from "../cloud.ts";

type Asker = {
  readonly ask: Ask /** Tokens end with the time they were given for. */;
  readonly forget: () => void;
};

/** On a machine with other work to do the events of one step may meet the next step's write. */
const tries = 8;

/** Somebody, or what follows from an event, wrote the same record at the same moment. */
const isBeaten = async (response: Response): Promise<boolean> =>
  response.status === 409 && (await response.clone().text()).includes('"write_conflict"');

/** What says when to ask again (`Retry-After`) is asked again. */
const answered = async (ask: () => Promise<Response>): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    const response = await ask();
    const seconds = Number(response.headers.get("retry-after") ?? ((await isBeaten(response)) ? 1 : 0));
    if (response.ok || seconds === 0 || attempt === tries) return response;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
};

/** Asks the running system as a person would, and stops at the first refusal. */
const asker = (url: string): Asker => {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (person: string): Promise<string> => {
    const token = tokens.get(person) ?? fetchToken(url, person);
    tokens.set(person, token);
    return token;
  };
  const ask: Ask = async (person, method, pathname, body) => {
    const headers = { authorization: `Bearer ${await tokenOf(person)}`, "content-type": "application/json" };
    const request = { method, headers, ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }) };
    const response = await answered(() => fetch(`${url}${pathname}`, request));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${pathname} by ${person}: ${response.status} ${text}`);
    return text === "" ? {} : JSON.parse(text);
  };
  return { ask, forget: () => tokens.clear() };
};

/** As long as what one day of the past set off may take to be done. */
const mostMs = 60_000;

/** What is needed of a running cloud to fill it. */
type Fillable = Pick<Cloud, "url"> & {
  readonly clock: Pick<Cloud["clock"], "now" | "moveTo">;
  readonly drain: (timeoutMs: number) => Promise<unknown>;
};

/** The cloud's clock as the seed moves it, always from rest to rest. */
const timeOf = ({ clock, drain }: Fillable, forget: () => void): Time => {
  const moveTo: Time["moveTo"] = async (instant) => {
    await drain(mostMs);
    clock.moveTo(instant);
    forget();
  };
  return { now: clock.now, moveTo, end: () => moveTo(Date.now()) };
};

/** Fills an empty cloud with the demo data, once per data folder; a failure is told, the cloud runs on. */
export const seedOnce = async (dataDir: string, cloud: Fillable): Promise<void> => {
  const stamp = path.join(dataDir, "seeded");
  if (existsSync(stamp)) return;
  const { ask, forget } = asker(cloud.url);
  const time = timeOf(cloud, forget);
  try {
    await seed(ask, time);
    writeFileSync(stamp, "");
  } catch (error) {
    console.error(`The demo data could not be filled in: ${(error as Error).message}`);
    // Whatever is missing, today is today.
    cloud.clock.moveTo(Date.now());
  }
};
