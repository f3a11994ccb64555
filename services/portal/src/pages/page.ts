import type { ComponentType } from "react";

/** Where a page stands in the navigation; a page without it is reached by links. */
export type Place = {
  readonly section: "self-service" | "work" | "services" | "insight" | "administration";
  readonly text: string;
  /** Lower comes first. */
  readonly order: number;
  /** Roles that see the entry; nobody named means everybody. The API decides what they get. */
  readonly roles?: readonly string[];
};

/** One address of the portal. */
export type Page = {
  /** Such as `/incidents/:incidentId`; its parameters are the component's properties. */
  readonly path: string;
  /** Title of the browser's tab; the page itself may set a better one (`useTitle`). */
  readonly title: string;
  readonly place?: Place;
  /** Loads the code when somebody goes there. */
  readonly load: () => Promise<ComponentType<Readonly<Record<string, string>>>>;
};

/** Ties a page's properties to its parameters; the code is loaded when it is first shown. */
export const page = <Parameters extends Readonly<Record<string, string>>>(
  declared: Omit<Page, "load"> & { readonly load: () => Promise<ComponentType<Parameters>> },
): Page => declared as unknown as Page;
