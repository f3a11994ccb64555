import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { lazily } from "../../parts/lazily.tsx";
import type { CannedRepliesProps } from "./canned-replies.tsx";

import { incidentWorkTexts as texts } from "./work-texts.ts";

const CannedReplies = lazily<CannedRepliesProps>(
  async () => (await import("./canned-replies.tsx")).CannedReplies,
);

/** Puts words that are sent again and again into the reply. */
export const ReplyButton = ({ incidentId, onInsert }: Omit<CannedRepliesProps, "onClose">) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button iconName="insert-row" onClick={() => setOpen(true)}>
        {texts.replies}
      </Button>
      {isOpen && <CannedReplies incidentId={incidentId} onInsert={onInsert} onClose={() => setOpen(false)} />}
    </>
  );
};
