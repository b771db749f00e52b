import type { Cell } from "./evidence";
import type { Effects } from "./reasons";

/** One customer's figures: now, a year before, and what part of the base that year stands for. */
export function customerEffects(customers: readonly Cell[], gap: number): Effects {
  let [kept, fresh, lost] = [0, 0, 0];
  for (const { now, base } of customers) {
    if (base === 0) fresh += now;
    else if (now === 0) lost -= base;
    else kept += now - base;
  }
  // Rows that no customer's figure holds stay with those kept.
  const rest = gap - kept - fresh - lost;
  return {
    by: "customers",
    effects: [
      { kind: "kept", amount: kept + rest },
      { kind: "new", amount: fresh },
      { kind: "lost", amount: lost },
    ],
  };
}

/** One product's amounts and quantities, now and compared. */
export interface Sold {
  readonly amount: Cell;
  readonly quantity: Cell;
}

/**
 * Price: quantities of now at the change of each product's price. Volume: the change of all quantities at the mean
 * price compared with. Mix: what is left, dearer or cheaper products sold.
 */
export function productEffects(products: readonly Sold[], gap: number): Effects | undefined {
  let [price, quantityNow, quantityBase, amountBase] = [0, 0, 0, 0];
  for (const { amount, quantity } of products) {
    quantityNow += quantity.now;
    quantityBase += quantity.base;
    amountBase += amount.base;
    if (quantity.now > 0 && quantity.base > 0)
      price += amount.now - (amount.base / quantity.base) * quantity.now;
  }
  if (!(quantityBase > 0)) return undefined;
  const volume = (quantityNow - quantityBase) * (amountBase / quantityBase);
  return {
    by: "products",
    effects: [
      { kind: "price", amount: price },
      { kind: "volume", amount: volume },
      { kind: "mix", amount: gap - price - volume },
    ],
  };
}

/** One member of a rate: numerators and denominators. */
export interface Rated {
  readonly numerator: Cell;
  readonly denominator: Cell;
}

/** A member's part in the change of a rate: its own rate's change, and that of its weight. They add up over members. */
export function rateEffect(member: Rated, whole: Rated): { readonly rate: number; readonly mix: number } {
  const { numerator, denominator } = member;
  const [weightNow, weightBase] = [
    denominator.now / whole.denominator.now,
    denominator.base / whole.denominator.base,
  ];
  const rateOf = (above: number, under: number) => (under === 0 ? undefined : above / under);
  const now = rateOf(numerator.now, denominator.now);
  const base = rateOf(numerator.base, denominator.base);
  const wholeBase = whole.numerator.base / whole.denominator.base;
  const rate = now === undefined || base === undefined ? 0 : weightNow * (now - base);
  const own = base ?? now ?? wholeBase;
  return { rate, mix: (weightNow - weightBase) * (own - wholeBase) };
}
