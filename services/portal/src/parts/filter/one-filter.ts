import { useSearch } from "wouter";
import { goTo } from "../../shell/follow.ts";

/** What a list is asked by, such as state: live. It stands in the address, so that it can be shared. */
export type ListFilter = { readonly key: string; readonly value: string };

/** The filter in the page's address, if it is one of those that the list knows. */
export const useOneFilter = (keys: readonly string[]): ListFilter | undefined => {
  const [first] = [...new URLSearchParams(useSearch())].filter(([key]) => keys.includes(key));
  return first === undefined ? undefined : { key: first[0], value: first[1] };
};

/** Address of a list by one filter. */
export const filteredBy = (path: string, filter: ListFilter | undefined): string =>
  filter === undefined || filter.value === ""
    ? path
    : `${path}?${new URLSearchParams({ [filter.key]: filter.value })}`;

export const showFilteredBy = (path: string, filter: ListFilter | undefined): void =>
  goTo(filteredBy(path, filter));
