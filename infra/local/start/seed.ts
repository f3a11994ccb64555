import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Ask } from "../../demo/ask.ts";
import { seed } from "../../demo/seed.ts";
import { fetchToken } from "../cloud/token.ts";

/** Asks the running system as a person would, and stops at the first refusal. */
const asker = (url: string): Ask => {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (person: string): Promise<string> => {
    const token = tokens.get(person) ?? fetchToken(url, person);
    tokens.set(person, token);
    return token;
  };
  return async (person, method, pathname, body) => {
    const headers = { authorization: `Bearer ${await tokenOf(person)}`, "content-type": "application/json" };
    const response = await fetch(`${url}${pathname}`, { method, headers, body: JSON.stringify(body ?? {}) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${pathname} by ${person}: ${response.status} ${text}`);
    return text === "" ? {} : JSON.parse(text);
  };
};

/** Fills an empty cloud with the demo data, once per data folder; a failure is told, the cloud runs on. */
export const seedOnce = async (dataDir: string, url: string): Promise<void> => {
  const stamp = path.join(dataDir, "seeded");
  if (existsSync(stamp)) return;
  try {
    await seed(asker(url));
    writeFileSync(stamp, "");
  } catch (error) {
    console.error(`The demo data could not be filled in: ${(error as Error).message}`);
  }
};
