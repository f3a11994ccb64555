import { navigate } from "wouter/use-browser-location";

type Followed = {
  readonly detail: { readonly href?: string | undefined; readonly external?: boolean | undefined };
} & {
  readonly preventDefault: () => void;
};

/** For `onFollow` of Cloudscape's links and buttons: goes there without loading the portal anew. */
export const follow = (event: Followed): void => {
  const { href, external } = event.detail;
  if (href === undefined || external === true || !href.startsWith("/") || href.startsWith("/api/")) return;
  event.preventDefault();
  navigate(href);
};

/** Goes to an address of the portal. */
export const goTo = (href: string): void => navigate(href);
