import { FileRules } from "../../shared/attachments/file-rules.ts";
import type { FileContext, FileStore } from "../../shared/attachments/file-store.ts";

/** For what is measured or tested without any file. */
export const noFiles: FileContext = { files: {} as FileStore, fileRules: FileRules.parse({}) };
