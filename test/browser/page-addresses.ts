import path from "node:path";

type Declared = { readonly pages: readonly { readonly path: string }[] };

/** The addresses of all pages the portal has, such as `/incidents/:incidentId`. */
export const pageAddresses = async (): Promise<readonly string[]> => {
  // Named at run time: what the pages draw needs types of the browser, which are not known here.
  const file = path.resolve("services/portal/src/pages/index.ts");
  const { pages } = (await import(file)) as Declared;
  return pages.map((page) => page.path);
};

/** The address of the page that a path leads to, found as the portal finds it: the first that fits. */
export const addressOf = (addresses: readonly string[], pathname: string): string | undefined =>
  addresses.find((address) => new RegExp(`^${address.replaceAll(/:\w+/g, "[^/]+")}$`).test(pathname));
