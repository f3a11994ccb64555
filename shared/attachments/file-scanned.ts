import * as z from "zod";
import { serviceActor } from "../access/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type ForeignSubscription, foreignSubscription } from "../events/foreign.ts";
import { type Attached, keyOf } from "./attached.ts";
import type { WithAttachments } from "./attachment.ts";
import { judge } from "./decide.ts";
import type { FileCheck, FileContext } from "./file-store.ts";

/** What Amazon GuardDuty Malware Protection for S3 says of an object, as its documentation gives it. */
const ObjectScanned = {
  source: "aws.guardduty",
  detailType: "GuardDuty Malware Protection Object Scan Result",
  summary: "A scanner looked at an object of a bucket.",
  detail: z.looseObject({
    s3ObjectDetails: z.looseObject({ objectKey: z.string() }),
    scanResultDetails: z.looseObject({
      scanResultStatus: z.enum([
        "NO_THREATS_FOUND",
        "THREATS_FOUND",
        "UNSUPPORTED",
        "ACCESS_DENIED",
        "FAILED",
      ]),
    }),
  }),
};

// biome-ignore lint/suspicious/noExplicitAny: kinds of records differ, and nobody looks into them here
type AnyAttached<C extends FileContext> = Attached<any, C>;

/** What is known of a file's check goes into its record, once the file is part of it. */
export const applyCheck = async <R extends WithAttachments, C extends FileContext>(
  of: Attached<R, C>,
  recordId: string,
  attachmentId: string,
  check: FileCheck,
  service: string,
  context: C,
): Promise<void> => {
  const tell = await of.telling(context, serviceActor(service));
  await of.update(recordId, undefined, context, (record) => {
    const change = judge(record, attachmentId, check);
    return change ? [tell("checked", record, change)] : [];
  });
};

const unlessUnknown = (error: unknown): void => {
  if (!(error instanceof Refusal && error.code === "not_found")) throw error;
};

/**
 * Hears what a scanner found in a service's files. Only what it calls free of threats is clean: what it could not
 * look into (encrypted, too large, failed) may hold anything.
 */
export const fileScanned = <C extends FileContext>(
  service: string,
  kinds: readonly AnyAttached<C>[],
): ForeignSubscription<C> =>
  foreignSubscription({
    id: "file-scanned",
    event: ObjectScanned,
    handle: async ({ detail }, context: C) => {
      const [owner, recordId = "", attachmentId = ""] = detail.s3ObjectDetails.objectKey.split("/");
      const of = kinds.find(({ param, params }) => params.safeParse({ [param]: recordId }).success);
      if (owner !== service || of === undefined) return;
      const isClean = detail.scanResultDetails.scanResultStatus === "NO_THREATS_FOUND";
      const check = isClean ? "clean" : "refused";
      // First where the record's own event looks for it: of the two, one comes second and finds both.
      await context.fileChecks.keep(keyOf(recordId, attachmentId), check);
      await applyCheck(of, recordId, attachmentId, check, service, context).catch(unlessUnknown);
    },
    keep: async (_received, reason) => {
      throw new Error(`a scan result is of no form that is known: ${reason}`);
    },
  });
