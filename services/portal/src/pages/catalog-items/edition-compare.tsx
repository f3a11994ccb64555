import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { ChoiceField } from "../../parts/form/form-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { EditionChanges } from "./edition-changes.tsx";
import { catalogItemTexts as texts } from "./texts.ts";

type Item = Schemas["CatalogItem"];

/** What an item said in an edition; in none: as it is written now. */
export const useEdition = (item: Item, edition: string) => {
  const params = { catalogItemId: item.id };
  const asked =
    edition === "" || edition === "0" ? undefined : { params, query: { edition: Number(edition) } };
  const read = useRead("GET /catalog-items/{catalogItemId}/edition", asked, { everyMs: 0 });
  return { value: asked === undefined ? item : read.value, problem: read.problem };
};

/** Two editions of an item, side by side in words. */
export const EditionCompare = ({ item }: { readonly item: Item }) => {
  const [before, setBefore] = useState(String(item.edition - 1));
  const [after, setAfter] = useState(String(item.edition));
  const one = useEdition(item, before);
  const other = useEdition(item, after);
  const editions = Array.from({ length: item.edition }, (_, at) => item.edition - at).map((number) => ({
    value: String(number),
    text: texts.edition(number),
  }));
  return (
    <Container
      header={
        <Header variant="h2" description={texts.editionsLead} counter={`(${item.edition})`}>
          {texts.editions}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <ColumnLayout columns={2}>
          <ChoiceField label={texts.compare} choices={editions} value={before} onChange={setBefore} />
          <ChoiceField
            label={texts.against}
            choices={[{ value: "0", text: texts.written }, ...editions]}
            value={after}
            onChange={setAfter}
          />
        </ColumnLayout>
        <ProblemAlert problem={one.problem ?? other.problem} />
        {one.value !== undefined && other.value !== undefined && (
          <EditionChanges before={one.value} after={other.value} />
        )}
      </SpaceBetween>
    </Container>
  );
};
