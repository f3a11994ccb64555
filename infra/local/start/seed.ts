import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The app's own script that fills an empty cloud; it gets the URL as its argument. */
const script = "services/demo/seed.ts";

/** Runs the app's sample data script once per data folder, if the app has one. */
export const seed = async (dataDir: string, url: string): Promise<void> => {
  const stamp = path.join(dataDir, "seeded");
  if (!existsSync(script) || existsSync(stamp)) return;
  const code = await new Promise<number | null>((resolve) => {
    spawn(process.execPath, ["--import", "tsx", script, url], {
      stdio: ["ignore", "inherit", "inherit"],
    }).once("exit", resolve);
  });
  if (code === 0) writeFileSync(stamp, "");
  else console.error(`${script} failed; the sample data may be incomplete`);
};
