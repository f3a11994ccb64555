import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FileInput from "@cloudscape-design/components/file-input";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ChosenFile, chosenOf, sizeText } from "./file-words.ts";
import { fileTexts as texts } from "./texts.ts";
import { useIncoming } from "./use-incoming.ts";

type Props = {
  readonly chosen: readonly ChosenFile[];
  readonly onChange: (chosen: readonly ChosenFile[]) => void;
};

/** Files that will be sent once what they are for has been sent: chosen, dropped or pasted. */
export const ChosenFiles = ({ chosen, onChange }: Props) => {
  const add = (files: readonly File[], pastedAt?: Date): void =>
    onChange([...chosen, ...chosenOf(files, pastedAt)]);
  const isOver = useIncoming(add);
  return (
    <FormField label={texts.title} description={isOver ? texts.dropHere : texts.hint}>
      <div className={isOver ? "dropping" : undefined}>
        <FileInput multiple value={[]} onChange={({ detail }) => add(detail.value)}>
          {texts.choose}
        </FileInput>
        {chosen.length > 0 && (
          <ul className="plain">
            {chosen.map((each) => (
              <li key={`${each.name} ${each.file.size} ${each.file.lastModified}`}>
                <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                  <span>{each.name}</span>
                  <Box variant="small">{sizeText(each.file.size)}</Box>
                  <Button
                    variant="icon"
                    iconName="close"
                    ariaLabel={texts.removeChosen(each.name)}
                    onClick={() => onChange(chosen.filter((other) => other !== each))}
                  />
                </SpaceBetween>
              </li>
            ))}
          </ul>
        )}
      </div>
    </FormField>
  );
};
