import "../../parts/tasks/tasks.css";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import { Empty } from "../../parts/empty.tsx";
import { useNames } from "../../parts/names/names.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { CartLine } from "./cart-line.tsx";
import { type Cart, type Draft, mostLines } from "./order-draft.ts";
import { catalogTexts as texts } from "./texts.ts";
import { useCart } from "./use-cart.ts";

type Props = {
  readonly cart: Cart;
  readonly isRunning: boolean;
  readonly onOrder: () => void;
  readonly onRemove: (draft: Draft, at: number) => void;
};

const CartCard = ({ cart, isRunning, onOrder, onRemove }: Props) => {
  const me = useMe();
  const name = useNames();
  const [valid, setValid] = useState<Readonly<Record<string, boolean>>>({});
  const { requestedFor } = cart;
  const lines = cart.drafts.flatMap((draft) =>
    draft.lines.map((line, at) => ({ draft, at, key: `${draft.id} ${at} ${line.catalogItemId}` })),
  );
  const isReady = lines.every(({ key }) => valid[key] === true);
  const isTooMuch = lines.length > mostLines;
  const isMine = requestedFor === undefined || requestedFor === me.id;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button variant="primary" loading={isRunning} disabled={!isReady || isTooMuch} onClick={onOrder}>
              {texts.orderAll(lines.length)}
            </Button>
          }
        >
          {isMine ? texts.forMe : texts.forWhom(name("person", requestedFor))}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {isTooMuch && <Box color="text-status-warning">{texts.tooMany(mostLines)}</Box>}
        <ul className="tasks">
          {lines.map(({ draft, at, key }) => (
            <CartLine
              key={key}
              draft={draft}
              at={at}
              onChecked={(isValid) => setValid((before) => ({ ...before, [key]: isValid }))}
              onRemove={() => onRemove(draft, at)}
            />
          ))}
        </ul>
      </SpaceBetween>
    </Container>
  );
};

/** What was begun and not ordered yet: ordered together, gone on with, or removed. */
export const CartPage = () => {
  const { carts, isLoading, problem, isRunning, order, remove } = useCart();
  const look = (
    <Button href="/catalog" onFollow={follow}>
      {texts.look}
    </Button>
  );
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.cartLead} actions={look}>
        {texts.cart}
      </Header>
      <ProblemAlert problem={problem} />
      {isLoading && carts.length === 0 && <Spinner size="large" />}
      {!isLoading && carts.length === 0 && (
        <Empty title={texts.cartEmpty} lead={texts.cartEmptyLead} action={look} />
      )}
      {carts.map((cart) => (
        <CartCard
          key={cart.requestedFor ?? ""}
          cart={cart}
          isRunning={isRunning}
          onOrder={() => void order(cart)}
          onRemove={(draft, at) => void remove(draft, at)}
        />
      ))}
    </SpaceBetween>
  );
};
