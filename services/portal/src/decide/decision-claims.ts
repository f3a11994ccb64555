/** What a link in a mail says about itself; whether it is genuine only the API can tell. */
export type DecisionClaims = {
  readonly recordId: string;
  readonly about: "change" | "exception";
  readonly personId: string;
  /** ISO 8601. */
  readonly expiresAt: string;
};

const textIn = (token: string): string => {
  const [text = ""] = token.split(".", 1);
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(bytes, (each) => each.charCodeAt(0)));
};

/** The claims of a token as a mail carries it; nothing where it is none. */
export const claimsIn = (token: string): DecisionClaims | undefined => {
  try {
    const { recordId, about, personId, expiresAt } = JSON.parse(textIn(token)) as Record<string, unknown>;
    const isWhole = [recordId, personId, expiresAt].every((each) => typeof each === "string" && each !== "");
    if (!isWhole || Number.isNaN(Date.parse(String(expiresAt)))) return undefined;
    return {
      recordId: String(recordId),
      about: about === "exception" ? "exception" : "change",
      personId: String(personId),
      expiresAt: String(expiresAt),
    };
  } catch {
    // Cut off, or no token at all: base64 or JSON that cannot be read.
    return undefined;
  }
};
