import type { FileRules } from "./file-rules.ts";

/** What a client does to send a file's bytes: exactly this request, within the time. */
export type Upload = {
  readonly method: "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
};

/** Where a file's bytes can be fetched for a short time, by whoever holds the address. */
export type Link = { readonly url: string; readonly expiresAt: string };

/** Bytes as they lie there: what the store itself has counted and hashed. */
export type StoredFile = { readonly size: number; readonly type: string; readonly sha256: string };

/**
 * Where the bytes of a service's files lie, by key (`<record>/<attachment>`). What was sent is kept for some days
 * and then goes, unless somebody says that it belongs to a record (`keep`).
 */
export type FileStore = {
  readonly uploadTo: (key: string, file: StoredFile) => Promise<Upload>;
  /** What lies under a key; undefined where nothing does. */
  readonly find: (key: string) => Promise<StoredFile | undefined>;
  readonly keep: (key: string) => Promise<void>;
  /** Done also where nothing lies there. */
  readonly remove: (key: string) => Promise<void>;
  /** An address that answers with the bytes: as a file to save, or (`shown`) as a picture within a page. */
  readonly linkTo: (
    key: string,
    file: { readonly name: string; readonly type: string; readonly shown?: boolean },
  ) => Promise<Link>;
};

export type FileCheck = "clean" | "refused";

/** What a scanner said of files, by key. */
export type FileChecks = {
  readonly keep: (key: string, check: FileCheck) => Promise<void>;
  readonly find: (key: string) => Promise<FileCheck | undefined>;
};

/** Where an installation's files lie and which are taken. */
export type FileKeeping = { readonly files: FileStore; readonly fileRules: FileRules };

/** What handlers of files work with. */
export type FileContext = FileKeeping & { readonly fileChecks: FileChecks };
