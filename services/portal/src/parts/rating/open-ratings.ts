/** What somebody is asked to rate. */
type Asked = { readonly about: { readonly kind: "request" | "incident"; readonly id: string } };

/** The one to ask about: of a record, or the first that was not put off. */
export const askedNow = <T extends Asked>(
  asked: readonly T[],
  recordId: string | undefined,
  skipped: readonly string[],
): T | undefined =>
  asked.find(({ about }) => (recordId === undefined ? !skipped.includes(about.id) : about.id === recordId));

/** Where one reads again what it was about. */
export const addressOfAsked = ({ about: { kind, id } }: Asked): string =>
  `/${kind === "incident" ? "incidents" : "requests"}/${id}`;
