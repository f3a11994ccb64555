import { call } from "../../api/call.ts";
import type { Route } from "../../api/request.ts";
import { parameterOf } from "../record/action.ts";
import { typeOf } from "./file-words.ts";
import { putBytes, type Upload } from "./put-bytes.ts";
import type { Home, Sending } from "./sending.ts";

type AnyCall = (route: Route, asked: object) => Promise<unknown>;

/** Asks an operation on a record's files. */
export const askOf = ({ path, id }: Home, verb: string, body: object): Promise<unknown> =>
  (call as AnyCall)(`POST ${path}/${verb}` as Route, { params: { [parameterOf(path)]: id }, body });

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * A file on its way: described by its checksum, sent past the API to where it says, and attached once it is there.
 * Doing it again after any failure does no harm. Answers the record.
 */
export const sendFile = async (
  { home, file, name, internal }: Pick<Sending, "home" | "file" | "name" | "internal">,
  onChange: (change: Pick<Sending, "state" | "sent">) => void,
): Promise<unknown> => {
  onChange({ state: "reading", sent: 0 });
  const sha256 = hexOf(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const facts = { name, size: file.size, type: typeOf(file), sha256, ...(internal ? { internal } : {}) };
  const { upload } = (await askOf(home, "uploads", facts)) as { readonly upload: Upload };
  await putBytes(upload, file, (sent) => onChange({ state: "sending", sent }));
  onChange({ state: "attaching", sent: 1 });
  return askOf(home, "attachments", facts);
};
