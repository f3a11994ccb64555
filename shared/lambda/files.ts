import { FileRules } from "../attachments/file-rules.ts";
import type { FileKeeping } from "../attachments/file-store.ts";
import { FilesEnvironment } from "./environment.ts";
import { createFileStore } from "./file-store.ts";

/** Where the files of a service lie and which ones are taken, as its functions' environment says. */
export const filesOf = (service: string): FileKeeping => {
  const { FILES_BUCKET, FILES_HOST, FILE_RULES } = FilesEnvironment.parse(process.env);
  return {
    files: createFileStore(FILES_BUCKET, FILES_HOST, service),
    fileRules: FileRules.parse(JSON.parse(FILE_RULES)),
  };
};
