import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import people from "../../infra/demo/people.json";
import { seedOnce } from "../../infra/local/start/seed.ts";
import { assemble } from "../bed/assemble.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";

/** The whole product with its portal and the demo company, as `npm start` shows it. */
export const startDemo = async (): Promise<Bed> => {
  const bed = await startBed({ people, assembly: await assemble({ withPortal: true }), warm: true });
  const drain = (timeoutMs: number) => bed.drain({ timeoutMs, advance: false });
  await seedOnce(mkdtempSync(path.join(tmpdir(), "demo-")), { url: bed.url, clock: bed.clock, drain });
  await bed.drain({ advance: false });
  return bed;
};
