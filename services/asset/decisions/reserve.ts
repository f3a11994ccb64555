import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ShortText } from "../../../shared/domain/texts.ts";
import { type Asset, PersonId } from "../asset.ts";
import { AssetReservationEnded, AssetReserved } from "../events.ts";
import { ahead, overlap } from "../reservation.ts";
import { command, happened, violation } from "./command.ts";

/** As many as an asset can be promised to, one after the other. */
const most = 50;

/** What nobody is to have, or what nobody knows when it will be back, cannot be promised. */
const mustBeFree = (asset: Asset, from: string): void => {
  const { state, expectedReturnAt } = asset;
  if (state === "missing" || state === "retired")
    throw new Refusal("illegal_transition", `"reserve" is not possible in state "${state}"`);
  if (state === "in_use" && (expectedReturnAt === undefined || expectedReturnAt > from))
    throw violation("body.from", expectedReturnAt ? `It is out until ${expectedReturnAt}` : "It is in use");
};

const nextId = (asset: Asset): string =>
  String(Math.max(0, ...asset.reservations.map(({ id }) => Number(id))) + 1);

/** Promises an asset to a person for a time to come. No two promises overlap. */
export const reserve = command({
  body: z.strictObject({
    personId: PersonId,
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    note: ShortText.optional(),
  }),
  decide: (asset, body, { now }) => {
    const [from, to] = [new Date(body.from).toISOString(), new Date(body.to).toISOString()];
    if (from >= to || to <= now) {
      const message = from >= to ? "After `from`" : "This is over already";
      throw new Refusal("invalid_input", undefined, [{ path: "body.to", message }]);
    }
    mustBeFree(asset, from);
    const present = ahead(asset.reservations, now);
    const other = present.find((each) => overlap(each, { from, to }));
    if (other) throw violation("body.from", `Reserved from ${other.from} to ${other.to} already`);
    if (present.length >= most) throw violation("body", `At most ${most} reservations at a time`);
    const made = { id: nextId(asset), personId: body.personId, from, to, note: body.note };
    const reservations = [...present, made].toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return [happened(AssetReserved, asset, { reservations })];
  },
});

/** The promise is taken back. */
export const cancelReservation = command({
  body: z.strictObject({ reservationId: z.string().regex(/^\d{1,6}$/, "A reservation's number") }),
  decide: (asset, { reservationId }) => {
    const reservations = asset.reservations.filter(({ id }) => id !== reservationId);
    if (reservations.length === asset.reservations.length)
      throw new Refusal("illegal_transition", `There is no reservation ${reservationId}`);
    return [happened(AssetReservationEnded, asset, { reservations })];
  },
});
