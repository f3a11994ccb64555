import { createHash } from "node:crypto";
import type { Ask } from "./ask.ts";
import { pictureOf } from "./picture.ts";

/** A window with an error in it, as on a screenshot. */
const errorWindow = pictureOf(480, 270, [
  { at: [0, 0, 480, 270], colour: [38, 84, 124] },
  { at: [60, 50, 360, 170], colour: [245, 245, 245] },
  { at: [60, 50, 360, 28], colour: [0, 95, 184] },
  { at: [394, 57, 14, 14], colour: [232, 17, 35] },
  { at: [84, 100, 40, 40], colour: [196, 43, 28] },
  { at: [144, 104, 240, 8], colour: [96, 96, 96] },
  { at: [144, 122, 200, 8], colour: [150, 150, 150] },
  { at: [310, 180, 86, 24], colour: [0, 95, 184] },
]);

const log = Buffer.from(
  [
    "RasClient  20227  The user dialed a connection named HQ which has failed.",
    "RasClient  20227  The error code returned on failure is 809.",
    "IKEEXT      4653  An IPsec main mode negotiation failed: no reply from 203.0.113.10.",
    "",
  ].join("\r\n"),
);

type Upload = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

const attach = async (
  ask: Ask,
  personId: string,
  path: string,
  file: { readonly name: string; readonly type: string; readonly bytes: Buffer },
): Promise<void> => {
  const { name, type, bytes } = file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const facts = { name, type, size: bytes.length, sha256 };
  const { upload } = (await ask(personId, "POST", `${path}/uploads`, facts)) as unknown as {
    readonly upload: Upload;
  };
  const { url, headers } = upload;
  const sent = await fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) });
  if (!sent.ok) throw new Error(`${name} was not taken: ${sent.status} ${await sent.text()}`);
  await ask(personId, "POST", `${path}/attachments`, facts);
};

/** What somebody shows who cannot connect: the window that says so, and what the machine has written down. */
export const seedFiles = async (ask: Ask, incidentId: string): Promise<void> => {
  const path = `/api/incidents/${incidentId}`;
  const picture = { name: "Error 809.png", type: "image/png", bytes: errorWindow };
  await attach(ask, "emma.field", path, picture);
  await attach(ask, "emma.field", path, { name: "event-log.txt", type: "text/plain", bytes: log });
};
