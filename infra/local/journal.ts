import * as fs from "node:fs";
import { join } from "node:path";
import type { Journal } from "./parts.ts";

const NEWLINE = 0x0a;
/** Lines are joined up to this size before they are written, so that a rewrite is few system calls. */
const CHUNK_CHARACTERS = 1 << 20;

type OpenFile = { readonly descriptor: number; size: number };

const writeAll = (descriptor: number, text: string): number => {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += fs.writeSync(descriptor, bytes, written);
  return bytes.length;
};

const parseLines = (path: string, bytes: Buffer): unknown[] => {
  const entries: unknown[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) break;
    try {
      entries.push(JSON.parse(bytes.toString("utf8", start, end)));
    } catch (cause) {
      throw new Error(`${path} is damaged at byte ${start}; start afresh or remove that line`, { cause });
    }
    start = end + 1;
  }
  return entries;
};

/** Opens for appending. A last line without its end was never acknowledged: it is cut off, so that the next line starts clean. */
const openFile = (path: string): OpenFile => {
  const descriptor = fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_APPEND);
  const bytes = fs.readFileSync(path);
  const size = bytes.lastIndexOf(NEWLINE) + 1;
  if (size < bytes.length) fs.ftruncateSync(descriptor, size);
  return { descriptor, size };
};

/** Writes the new content beside the old and swaps them by rename: a reader sees one or the other, never half. */
const replaceFile = (path: string, entries: readonly unknown[]) => {
  const descriptor = fs.openSync(`${path}.new`, "w");
  try {
    let chunk = "";
    for (const entry of entries) {
      chunk += `${JSON.stringify(entry)}\n`;
      if (chunk.length < CHUNK_CHARACTERS) continue;
      writeAll(descriptor, chunk);
      chunk = "";
    }
    writeAll(descriptor, chunk);
  } finally {
    fs.closeSync(descriptor);
  }
  fs.renameSync(`${path}.new`, path);
};

/** A journal in a directory: one file of JSON lines per name. What `append` has returned from survives `kill -9`. */
export const openJournal = (directory: string): Journal => {
  fs.mkdirSync(directory, { recursive: true });
  const files = new Map<string, OpenFile>();
  const pathOf = (name: string) => join(directory, `${encodeURIComponent(name)}.ndjson`);

  const open = (name: string): OpenFile => {
    const file = files.get(name) ?? openFile(pathOf(name));
    files.set(name, file);
    return file;
  };
  const shut = (name: string) => {
    const file = files.get(name);
    if (file !== undefined) fs.closeSync(file.descriptor);
    files.delete(name);
  };

  return {
    read: (name) =>
      fs.existsSync(pathOf(name)) ? parseLines(pathOf(name), fs.readFileSync(pathOf(name))) : [],
    append: (name, entry) => {
      const file = open(name);
      try {
        file.size += writeAll(file.descriptor, `${JSON.stringify(entry)}\n`);
      } catch (error) {
        // A full disk leaves half a line: take it back, or the next line would be glued to it.
        fs.ftruncateSync(file.descriptor, file.size);
        throw error;
      }
    },
    rewrite: (name, entries) => {
      shut(name);
      replaceFile(pathOf(name), entries);
    },
    close: () => {
      for (const name of [...files.keys()]) shut(name);
    },
  };
};

/** A journal without a disk, for tests; entries are kept as text, so that what is read back is what a file would give. */
export const memoryJournal = (): Journal => {
  const lines = new Map<string, string[]>();
  return {
    read: (name) => (lines.get(name) ?? []).map((line): unknown => JSON.parse(line)),
    append: (name, entry) => {
      const kept = lines.get(name);
      if (kept === undefined) lines.set(name, [JSON.stringify(entry)]);
      else kept.push(JSON.stringify(entry));
    },
    rewrite: (name, entries) => {
      lines.set(
        name,
        entries.map((entry) => JSON.stringify(entry)),
      );
    },
    close: () => undefined,
  };
};
