import type { Text } from "../../sales/text";
import type { Unit } from "../definition";

/** Unit of a figure, as powers: € 1, € per day 1 and −1, a number or share 0 and 0. */
export interface Kind {
  readonly money: number;
  readonly days: number;
}

const PLAIN: Kind = { money: 0, days: 0 };

const KIND_OF_UNIT: Readonly<Record<Unit, Kind>> = {
  money: { money: 1, days: 0 },
  days: { money: 0, days: 1 },
  percent: PLAIN,
  count: PLAIN,
  ratio: PLAIN,
};

export const kindOf = (unit: Unit): Kind => KIND_OF_UNIT[unit];

/** The kind of a product, or with −1 of a quotient; a bare number changes nothing. */
export const times = (left: Kind | undefined, right: Kind | undefined, sign: 1 | -1): Kind => ({
  money: (left?.money ?? 0) + sign * (right?.money ?? 0),
  days: (left?.days ?? 0) + sign * (right?.days ?? 0),
});

/** True where two figures add up; a bare number, without kind, adds to any. */
export const addUp = (left: Kind | undefined, right: Kind | undefined): boolean =>
  !left || !right || (left.money === right.money && left.days === right.days);

/** The units that figures of a kind may be shown in; the first is the usual one. */
export function unitsOfKind({ money, days }: Kind): readonly Unit[] {
  if (money === 1 && days === 0) return ["money"];
  if (money === 0 && days === 1) return ["days"];
  return money === 0 && days === 0 ? ["ratio", "percent", "count"] : ["ratio", "count"];
}

/** A kind in words: `un montant`. */
export function kindWords({ money, days }: Kind): Text {
  if (money === 0 && days === 0) return { fr: "un nombre", en: "a number" };
  const [unit] = unitsOfKind({ money, days });
  if (unit === "money") return { fr: "un montant", en: "an amount" };
  if (unit === "days") return { fr: "un nombre de jours", en: "a number of days" };
  return money < 0 || days < 0
    ? { fr: "un nombre par montant ou par jour", en: "a number per amount or per day" }
    : { fr: "un produit de montants ou de jours", en: "a product of amounts or days" };
}
