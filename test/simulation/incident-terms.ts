import type { AgreementSnapshot, CalendarSnapshot } from "../../services/service-level/events.ts";
import type { NamedCalendar, Policy, Terms } from "../../shared/targets/clocks.ts";
import { compileCalendar } from "../../shared/time/compile-calendar.ts";
import type { Facts, Kept } from "./facts.ts";

type Detail = {
  readonly meta: { readonly sequence: number };
  readonly data: { readonly agreement: AgreementSnapshot; readonly calendar: CalendarSnapshot };
};

const detailsOf = ({ events }: Kept): readonly Detail[] =>
  events.map(({ detail }) => JSON.parse(String(detail)));

const policyOf = ({ meta, data }: Detail): Policy & { readonly retired: boolean } => {
  const { id, name, retired, ...terms } = data.agreement;
  return { id, name, version: meta.sequence, retired, terms };
};

const agreementsIn = (kept: readonly Kept[]) =>
  kept.filter(({ id }) => /^SLA\d+$/.test(id)).map((one) => detailsOf(one).map(policyOf));

/** What an agreement is about may be changed with the rest of it. */
const isOurs = ({ terms }: Policy): boolean => terms.kind === "incident";

/** The calendars in the `nth` version each, or the last where there were fewer. */
const calendarsIn = (kept: readonly Kept[], nth: number): ReadonlyMap<string, NamedCalendar> =>
  new Map(
    kept
      .filter(({ id }) => /^CAL\d+$/.test(id))
      .map((one) => {
        const details = detailsOf(one);
        const { id, name, terms } = (details[nth] ?? (details.at(-1) as Detail)).data.calendar;
        return [id, { id, name, calendar: compileCalendar(terms) }];
      }),
  );

/** The agreements and calendars that are in force in the end, as the service that owns them tells them. */
export const termsInTheEnd = ({ kept }: Pick<Facts, "kept">): Terms => ({
  policies: agreementsIn(kept).flatMap((versions) =>
    versions.slice(-1).filter((last) => !last.retired && isOurs(last)),
  ),
  calendars: calendarsIn(kept, Number.POSITIVE_INFINITY),
});

/** Agreements in every version that there ever was, one at a time, with their calendars in every version. */
export const everyTerms = ({ kept }: Pick<Facts, "kept">): readonly Terms[] => {
  const most = Math.max(
    1,
    ...kept.filter(({ id }) => /^CAL\d+$/.test(id)).map(({ events }) => events.length),
  );
  const variants = Array.from({ length: most }, (_, nth) => calendarsIn(kept, nth));
  return agreementsIn(kept)
    .flat()
    .filter(isOurs)
    .flatMap((policy) => variants.map((calendars) => ({ policies: [policy], calendars })));
};
