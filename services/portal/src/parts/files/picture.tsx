import Button from "@cloudscape-design/components/button";
import { useEffect, useState } from "react";
import type { AttachedFile, Opened } from "./attached.ts";
import { askOf } from "./send-file.ts";
import type { Home } from "./sending.ts";
import { fileTexts as texts } from "./texts.ts";

type Props = { readonly home: Home; readonly file: AttachedFile; readonly isShownFirst: boolean };

/** The picture's address is good for a minute: it is asked for when the picture is about to be drawn. */
const usePreview = (home: Home, file: AttachedFile, isShown: boolean): string | undefined => {
  const [url, setUrl] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture is told by its record and its own id
  useEffect(() => {
    if (!isShown || url !== undefined) return;
    let isWanted = true;
    askOf(home, "attachments/open", { attachmentId: file.id })
      .then((opened) => isWanted && setUrl((opened as Opened).preview?.url))
      // Without its picture the file is still there to be fetched, which says what is wrong.
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [home.id, file.id, isShown]);
  return url;
};

/** A picture as it is, within the page. */
export const Picture = ({ home, file, isShownFirst }: Props) => {
  const [isShown, setShown] = useState(isShownFirst);
  const url = usePreview(home, file, isShown);
  return (
    <div>
      <Button
        variant="inline-link"
        ariaExpanded={isShown}
        ariaLabel={`${isShown ? texts.hide : texts.show} ${file.name}`}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? texts.hide : texts.show}
      </Button>
      {isShown && url !== undefined && <img className="picture" src={url} alt={file.name} />}
    </div>
  );
};
