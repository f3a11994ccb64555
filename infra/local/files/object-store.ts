import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";

/** What S3 keeps of an object besides its bytes. */
export type ObjectMeta = {
  readonly bucket: string;
  readonly key: string;
  readonly type: string;
  /** Base64. */
  readonly sha256: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly size: number;
  /** Milliseconds since the epoch, virtual. */
  readonly storedAt: number;
};
export type StoredObject = { readonly meta: ObjectMeta; readonly bytes: Buffer };

/** Objects of all buckets. What `put` and `remove` have returned from survives `kill -9` and a power cut. */
export type ObjectStore = {
  readonly put: (object: StoredObject) => void;
  readonly get: (bucket: string, key: string) => StoredObject | undefined;
  readonly remove: (bucket: string, key: string) => void;
  readonly list: () => readonly ObjectMeta[];
};

const nameOf = (bucket: string, key: string): string =>
  createHash("sha256").update(`${bucket}/${key}`).digest("hex");

/** One file each: a line of JSON, then the bytes, so that what is there is whole and one rename puts it there. */
const encode = ({ meta, bytes }: StoredObject): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify(meta)}\n`), bytes]);

const decode = (file: Buffer): StoredObject => {
  const end = file.indexOf(0x0a);
  return { meta: JSON.parse(file.toString("utf8", 0, end)), bytes: file.subarray(end + 1) };
};

const synced = (path: string, flags: string, write: (descriptor: number) => void): void => {
  const descriptor = fs.openSync(path, flags);
  try {
    write(descriptor);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
};

const onDisk = (directory: string): ObjectStore => {
  fs.mkdirSync(directory, { recursive: true });
  // What a crash left half-written was never acknowledged.
  for (const name of fs.readdirSync(directory).filter((each) => each.endsWith(".new")))
    fs.rmSync(join(directory, name));
  const syncNames = () => synced(directory, "r", () => undefined);
  const read = (path: string) => (fs.existsSync(path) ? decode(fs.readFileSync(path)) : undefined);
  return {
    put: (object) => {
      const path = join(directory, nameOf(object.meta.bucket, object.meta.key));
      synced(`${path}.new`, "w", (descriptor) => fs.writeFileSync(descriptor, encode(object)));
      fs.renameSync(`${path}.new`, path);
      syncNames();
    },
    get: (bucket, key) => read(join(directory, nameOf(bucket, key))),
    remove: (bucket, key) => {
      fs.rmSync(join(directory, nameOf(bucket, key)), { force: true });
      syncNames();
    },
    list: () => fs.readdirSync(directory).flatMap((name) => read(join(directory, name))?.meta ?? []),
  };
};

const inMemory = (): ObjectStore => {
  const objects = new Map<string, StoredObject>();
  return {
    put: (object) => void objects.set(nameOf(object.meta.bucket, object.meta.key), object),
    get: (bucket, key) => objects.get(nameOf(bucket, key)),
    remove: (bucket, key) => void objects.delete(nameOf(bucket, key)),
    list: () => [...objects.values()].map(({ meta }) => meta),
  };
};

/** Objects in a directory of this machine, or in memory only without one. */
export const createObjectStore = (directory?: string): ObjectStore =>
  directory === undefined ? inMemory() : onDisk(directory);
