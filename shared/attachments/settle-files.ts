import { type Subscription, subscription } from "../events/subscription.ts";
import { subscriptionId } from "../events/subscription-id.ts";
import { type Attached, keyOf } from "./attached.ts";
import type { WithAttachments } from "./attachment.ts";
import { applyCheck } from "./file-scanned.ts";
import type { FileContext } from "./file-store.ts";

type Told = { readonly attachment: { readonly id: string } };

/**
 * Brings a file's bytes in line with its record, whatever the order in which it is heard of: what belongs to the
 * record is kept, what does not, or was refused, is removed. Bytes that nobody attached go by themselves.
 */
export const settleFiles = <R extends WithAttachments, C extends FileContext>(
  service: string,
  of: Attached<R, C>,
): readonly Subscription<C>[] =>
  [of.events.added, of.events.removed, of.events.checked].map((event) =>
    subscription({
      id: subscriptionId(event),
      summary: "The bytes of a file are kept as long as it belongs to its record, and no longer.",
      event,
      handle: async ({ meta, data }, context: C) => {
        const { id } = (data as Told).attachment;
        const { attachments = [] } = await of.get(meta.subject, context);
        const attachment = attachments.find((each) => each.id === id);
        const key = keyOf(meta.subject, id);
        if (attachment && attachment.check !== "refused") await context.files.keep(key);
        else await context.files.remove(key);
        if (attachment?.check !== "waiting") return;
        const check = await context.fileChecks.find(key);
        if (check) await applyCheck(of, meta.subject, id, check, service, context);
      },
    }),
  );
