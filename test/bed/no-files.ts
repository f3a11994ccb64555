import { FileRules } from "../../shared/attachments/file-rules.ts";
import type { FileKeeping, FileStore } from "../../shared/attachments/file-store.ts";

/** For what is measured or tested without any file. */
export const noFiles: FileKeeping = { files: {} as FileStore, fileRules: FileRules.parse({}) };
