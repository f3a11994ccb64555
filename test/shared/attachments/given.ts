import type { FileFacts, WithAttachments } from "../../../shared/attachments/attachment.ts";
import { FileRules } from "../../../shared/attachments/file-rules.ts";

export const rules = FileRules.parse({});

export const picture: FileFacts = {
  name: "error.png",
  size: 1200,
  type: "image/png",
  sha256: "ab".repeat(32),
  internal: false,
};

export const record = (more: Partial<WithAttachments> = {}): WithAttachments => ({
  id: "R1",
  version: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...more,
});
