import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import { useLocation } from "wouter";
import { pages } from "../pages/index.ts";
import type { Place } from "../pages/page.ts";
import { hasRole, type Me, useMe } from "../session/me.ts";
import { shellTexts as texts } from "../texts/shell.ts";
import { follow } from "./follow.ts";

type Entry = Place & { readonly href: string };

const entriesFor = (me: Me): readonly Entry[] =>
  pages
    .flatMap(({ path, place }) => (place === undefined ? [] : [{ ...place, href: path }]))
    .filter(({ roles }) => roles === undefined || hasRole(me, ...roles))
    .toSorted((one, other) => one.order - other.order);

const itemsFor = (me: Me): SideNavigationProps.Item[] => {
  const entries = entriesFor(me);
  const sections = Object.entries(texts.sections)
    .map(([section, text]) => ({ text, items: entries.filter((each) => each.section === section) }))
    .filter(({ items }) => items.length > 0);
  return sections.map(({ text, items }) => ({
    type: "section-group",
    title: text,
    items: items.map((each) => ({ type: "link", text: each.text, href: each.href })),
  }));
};

/** The longest entry that the address begins with: a record belongs to its list. */
const activeOf = (me: Me, location: string): string =>
  entriesFor(me)
    .map(({ href }) => href)
    .filter((href) => href === location || (href !== "/" && location.startsWith(`${href}/`)))
    .toSorted((one, other) => other.length - one.length)[0] ?? location;

/** All pages this person works with. */
export const Navigation = () => {
  const me = useMe();
  const [location] = useLocation();
  return <SideNavigation activeHref={activeOf(me, location)} items={itemsFor(me)} onFollow={follow} />;
};
