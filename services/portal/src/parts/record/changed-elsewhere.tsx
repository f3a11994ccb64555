import Box from "@cloudscape-design/components/box";
import { useEffect, useState } from "react";
import type { Read } from "../../api/use-read.ts";
import { partTexts } from "../../texts/parts.ts";

type Props = { readonly read: Pick<Read<unknown>, "changes">; readonly text?: string };

const shownMs = 15_000;

/** Says for a while that what is shown was changed by somebody else; a screen reader hears it, the focus stays. */
export const ChangedElsewhere = ({ read, text = partTexts.changed }: Props) => {
  const [seen, setSeen] = useState(read.changes);
  const isNews = read.changes > seen;
  useEffect(() => {
    if (!isNews) return;
    const timer = setTimeout(() => setSeen(read.changes), shownMs);
    return () => clearTimeout(timer);
  }, [isNews, read.changes]);
  return <div aria-live="polite">{isNews && <Box color="text-status-info">{text}</Box>}</div>;
};
