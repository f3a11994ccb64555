import type { Change } from "../change.ts";
import type { Freeze } from "../freeze.ts";
import { isImpactKnown } from "./known-impact.ts";

/** What of a change a freeze looks at. */
export type Subject = Pick<Change, "type" | "ciIds"> &
  Pick<Partial<Change>, "serviceId" | "teamId" | "templateId" | "exception" | "impacted" | "tasks">;

/** The services that a change is known to be about: the one that it names, and those that depend on its CIs. */
const servicesOf = ({ serviceId, impacted }: Subject): readonly string[] => [
  ...(serviceId === undefined ? [] : [serviceId]),
  ...(impacted?.services.map(({ id }) => id) ?? []),
];

/** Whether the services that depend on its CIs are known, all of them. */
const isWhole = (change: Subject): boolean => {
  const { ciIds, impacted } = change;
  if (ciIds.length === 0) return true;
  return (
    isImpactKnown(change) &&
    impacted?.isComplete === true &&
    impacted.serviceCount <= impacted.services.length
  );
};

/** Ids that nobody knows say no more of what is changed than none. */
const namesOnlyStrangers = (change: Subject): boolean =>
  change.ciIds.length > 0 &&
  isImpactKnown(change) &&
  (change.impacted?.unknownCis ?? 0) >= change.ciIds.length;

const teamsOf = ({ teamId, tasks = [] }: Subject): readonly string[] => [
  ...(teamId === undefined ? [] : [teamId]),
  ...tasks.flatMap((task) => task.teamId ?? []),
];

/** What a freeze of services, CIs or teams would have to know, and a change does not say; it holds then. */
type Unknown = { readonly because: string; readonly isOpen?: true };

const unknownOf = (change: Subject, { serviceIds, ciIds, teamIds }: Freeze): Unknown | undefined => {
  if (serviceIds.length + ciIds.length > 0 && change.serviceId === undefined && change.ciIds.length === 0)
    return { because: "the change names neither a service nor a CI" };
  if (serviceIds.length > 0 && change.serviceId === undefined && namesOnlyStrangers(change))
    return { because: "the CMDB knows none of its CIs" };
  if (teamIds.length > 0 && teamsOf(change).length === 0)
    return { because: "the change does not say which team does it" };
  if (serviceIds.length === 0 || isWhole(change)) return undefined;
  return isImpactKnown(change)
    ? { because: "not all services that depend on its CIs are known" }
    : { because: "what depends on its CIs is not known yet", isOpen: true };
};

/** It names what is frozen, or a CI that a frozen service depends on. */
const names = (change: Subject, freeze: Freeze): boolean => {
  // A service is a CI as well, and may be named as one.
  const services = [...servicesOf(change), ...change.ciIds];
  return (
    freeze.all ||
    services.some((id) => freeze.serviceIds.includes(id)) ||
    teamsOf(change).some((id) => freeze.teamIds.includes(id)) ||
    change.ciIds.some((id) => freeze.ciIds.includes(id))
  );
};

/**
 * Whether a freeze is about a change. Closed by default: where the change does not say what the freeze is about,
 * or nobody knows it yet, it holds; so nothing gets out of a freeze by leaving out or taking away a field.
 */
export const isAbout = (change: Subject, freeze: Freeze): boolean =>
  names(change, freeze) || unknownOf(change, freeze) !== undefined;

/** Why a freeze holds, where it is not what the change names. */
export const whyOf = (change: Subject, freeze: Freeze): Partial<Unknown> =>
  names(change, freeze) ? {} : (unknownOf(change, freeze) ?? {});

/**
 * A service is exempt only with every other that the change is about. Whoever makes a standard change says its
 * service themselves and nobody approves it: that alone exempts nothing, its CIs or its template do.
 */
const isOfExemptServices = (change: Subject, { exemptServiceIds }: Freeze): boolean => {
  const services = servicesOf(change);
  const isVouched = change.type !== "standard" || (change.impacted?.services.length ?? 0) > 0;
  return (
    isVouched &&
    services.length > 0 &&
    isWhole(change) &&
    services.every((id) => exemptServiceIds.includes(id))
  );
};

export const isExempt = (change: Subject, freeze: Freeze): boolean =>
  freeze.exemptTypes.includes(change.type) ||
  (change.templateId !== undefined && freeze.exemptTemplateIds.includes(change.templateId)) ||
  isOfExemptServices(change, freeze);
