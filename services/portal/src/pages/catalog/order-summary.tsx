import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useNames } from "../../parts/names/names.ts";
import { HelpfulArticles } from "./helpful-articles.tsx";
import { priceText } from "./price-text.ts";
import { catalogTexts as texts } from "./texts.ts";

type Checked = Schemas["CheckedOrder"];
type Props = {
  readonly item: Pick<Schemas["CatalogItem"], "price" | "recurring" | "deliveryDays">;
  readonly checked: Checked | undefined;
  /** Said at the end. */
  readonly note?: string;
};

const Contents = ({ items }: Pick<Checked, "items">) =>
  items.length < 2 ? null : (
    <div>
      <Box variant="h3">{texts.contains}</Box>
      <ul className="changes">
        {items.map(({ catalogItemId, name, quantity }) => (
          <li key={catalogItemId}>
            {quantity} × {name}
          </li>
        ))}
      </ul>
    </div>
  );

const Approvals = ({ approvals }: Pick<Checked, "approvals">) => {
  const name = useNames();
  return approvals.length === 0 ? (
    <Box>{texts.noApproval}</Box>
  ) : (
    <div>
      <Box variant="h3">{texts.approvals}</Box>
      <ol className="changes">
        {approvals.map(({ item, step, who }) => (
          <li key={`${item} ${step}`}>
            {step}: {who.map((each) => name("person", each)).join(", ")}
          </li>
        ))}
      </ol>
    </div>
  );
};

/**
 * What the order would cost, contain and need, as the API reckons it for the answers so far. While they cannot be ordered
 * so, nothing is reckoned: that it costs nothing and needs nobody's approval is said only where it is so.
 */
export const OrderSummary = ({ item, checked, note = texts.saved }: Props) => {
  const reckoned = checked?.isValid === true ? checked : undefined;
  return (
    <Container header={<Header variant="h2">{texts.summary}</Header>}>
      <div aria-live="polite">
        <SpaceBetween size="s">
          <Box fontSize="heading-m">{priceText(reckoned ?? item)}</Box>
          {item.deliveryDays !== undefined && <Box>{texts.delivery(item.deliveryDays)}</Box>}
          {reckoned === undefined ? (
            <Box>{texts.notReckoned}</Box>
          ) : (
            <>
              <Contents items={reckoned.items} />
              <Approvals approvals={reckoned.approvals} />
            </>
          )}
          <HelpfulArticles articles={checked?.articles} />
          <Box variant="small">{note}</Box>
        </SpaceBetween>
      </div>
    </Container>
  );
};
