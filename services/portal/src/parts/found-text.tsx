type Piece = { readonly text: string; readonly hit: boolean };

/** Excerpts come from texts in Markdown: its signs say nothing in a line of plain text. */
const withoutSigns = (text: string): string => text.replaceAll(/(^|\s)#{1,6}\s|\*\*|`/g, " ");

/** A found text with the words that were looked for marked. */
export const FoundText = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ text, hit }, at) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name and never move
      return hit ? <mark key={at}>{text}</mark> : <span key={at}>{withoutSigns(text)}</span>;
    })}
  </>
);
