import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { fieldName } from "../../api/plain-words.ts";
import { problemTexts } from "../../texts/problems.ts";
import { useDesigning } from "./designing.ts";
import { type Fault, partOf, wordsOfRow } from "./places.ts";
import { catalogItemTexts as texts } from "./texts.ts";

type Props = { readonly onShow: (fault: Fault) => void };

/** Everything that is wrong, with the way to it. */
export const FaultList = ({ onShow }: Props) => {
  const { item, faults } = useDesigning();
  if (faults.length === 0) return null;
  const placeOf = (fault: Fault): string => {
    const part = texts.part[partOf(item, fault)] ?? "";
    const row = wordsOfRow(item, fault.uid);
    return row === "" ? `${part}, ${fieldName(fault.name)}` : `${part}, ${row}, ${fieldName(fault.name)}`;
  };
  return (
    <Alert type="warning" header={texts.faults}>
      {texts.faultsLead}
      <ul className="changes">
        {faults.slice(0, 20).map((fault) => {
          const text = problemTexts.field(placeOf(fault), fault.message);
          return (
            <li key={`${fault.uid} ${fault.name} ${fault.message}`}>
              {text}{" "}
              <Button
                variant="inline-link"
                ariaLabel={`${texts.show}: ${text}`}
                onClick={() => onShow(fault)}
              >
                {texts.show}
              </Button>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
};
