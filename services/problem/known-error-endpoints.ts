import { communicateFix } from "./endpoints/communicate-fix.ts";
import { communicateWorkaround } from "./endpoints/communicate-workaround.ts";
import { getKnownError } from "./endpoints/get-known-error.ts";
import { listKnownErrors } from "./endpoints/list-known-errors.ts";
import { publishKnownError } from "./endpoints/publish-known-error.ts";
import { withdrawKnownError } from "./endpoints/withdraw-known-error.ts";
import { writeKnownError } from "./endpoints/write-known-error.ts";
import { writeWorkaround } from "./endpoints/write-workaround.ts";

/** What people outside are told: workarounds, fixes, known errors. */
export const knownErrorEndpoints = [
  communicateFix,
  communicateWorkaround,
  getKnownError,
  listKnownErrors,
  publishKnownError,
  withdrawKnownError,
  writeKnownError,
  writeWorkaround,
];
