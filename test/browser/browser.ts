import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A browser of this machine; `CHROMIUM` names another one. */
export const browserPath = [process.env.CHROMIUM ?? "", ...places].find((place) => existsSync(place));

/** Said where there is none, instead of a failure. */
export const noBrowser =
  "no Chromium on this machine: the browser tests are skipped (Debian: apt-get install -y chromium; or set CHROMIUM)";

/** Starts the browser with nothing that reaches out of this machine. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
