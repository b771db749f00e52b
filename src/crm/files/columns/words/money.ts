import { words } from "./list";

/** Headings of quantities and amounts. */
export const MONEY_WORDS: Readonly<Record<string, readonly string[]>> = {
  quantity: words(
    "qte, quantites, qty, quantite commandee, quantite facturee, nb, nombre, units, unites, order quantity, quantity ordered",
  ),
  revenue: words(
    "montant net ht, montant ht, total ht, total net ht, montant total ht, ca ht, net amount, total excl tax, montant net, ca, chiffre d affaires, revenue, sales, net sales, sales amount, montant, total, amount, line total, total price, total amount, valeur, ventes",
  ),
  gross: words(
    "montant ttc, total ttc, montant total ttc, ca ttc, gross amount, total incl tax, net a payer, gross sales",
  ),
  tax: words("tva, montant tva, total tva, vat, tax, tax amount, vat amount"),
  unit_price: words(
    "prix unitaire ht, prix unitaire, pu ht, pu, pu net, prix, prix de vente, unit price, price, price each, list price, sales price",
  ),
  discount: words("remise, remise %, taux de remise, taux remise, discount, discount rate, rabais"),
  cost: words(
    "cout de revient, prix de revient, couts, cout total, total cost, cout, cost, cogs, cost of sales",
  ),
  unit_cost: words(
    "cout unitaire, prix de revient unitaire, unit cost, standard cost, prix d achat, pa ht, cout de revient unitaire",
  ),
  profit: words("marge, marge brute, profit, gross profit, marge ht, margin, benefice"),
  amount: words(
    "montant ttc, total ttc, montant, total, amount, valeur, montant ht, total ht, deal value, deal amount, estimated value, invoice amount, total amount",
  ),
  outstanding: words(
    "reste a payer, reste du, solde, solde du, encours, balance, restant du, reste a regler, amount due, balance due, open amount, outstanding amount, montant du",
  ),
  probability: words("proba, prob, probabilite, win probability, deal probability, chance de succes"),
  currency: words(
    "devise, code devise, monnaie, currency, currency code, deal currency, order currency, devise commande, iso currency, code monnaie, cur",
  ),
};
