type Piece = { readonly text: string; readonly hit: boolean };

/** A found text with the words that were looked for marked. */
export const FoundText = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ text, hit }, at) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name and never move
      return hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
    })}
  </>
);
