import { words } from "./list";

/** Headings of ids, names and attributes: who, what, where. */
export const REFERENCE_WORDS: Readonly<Record<string, readonly string[]>> = {
  id: words("id ligne, line id, row id, n ligne, n, numero, code, ref, reference, uid"),
  "order_lines.id": words("id ligne, line id, row id, n ligne, ligne, line no, line number, order line id"),
  "opportunities.name": words(
    "nom de l opportunite, nom opportunite, opportunite, opportunity, opportunity name, deal name, deal, affaire, nom de l affaire, nom de la transaction, libelle, intitule, titre, objet",
  ),
  name: words("libelle, intitule, raison sociale, label, titre, objet, societe, company"),
  team: words("equipe commerciale, equipe, team"),
  region: words(
    "zone, zone geographique, region de livraison, ship to region, sales region, territory, territoire, secteur geographique, departement",
  ),
  sector: words("secteur d activite, activite, industry, segment, secteur, branche, market segment"),
  family: words(
    "famille de produits, famille article, gamme, categorie, category, product category, product line, family",
  ),
  customer_id: words(
    "code client, id client, n client, numero client, n de client, compte client, ref client, customer id, customer number, customer no, customer code, account id, account number, code tiers, client id",
  ),
  "customer.name": words(
    "client, nom client, nom du client, raison sociale, customer, customer name, client name, account name, account, compte, societe, company, company name, tiers, nom du tiers, acheteur, sold to, buyer",
  ),
  "customer.sector": words(
    "secteur client, secteur d activite, activite, segment, industry, secteur, branche, customer segment",
  ),
  "customer.region": words("region client, customer region, region, zone"),
  salesperson_id: words(
    "code commercial, id commercial, code vendeur, id vendeur, code representant, salesperson id, sales rep id, owner id, matricule",
  ),
  "salesperson.name": words(
    "commercial, nom commercial, nom du commercial, vendeur, representant, sales rep, sales person, salesperson, seller, owner, responsable, charge d affaires, account manager, proprietaire, opportunity owner, deal owner, proprietaire de l opportunite, rep",
  ),
  "salesperson.team": words("equipe, equipe commerciale, team, sales team"),
  "salesperson.region": words("region commercial, region vendeur"),
  product_id: words(
    "code produit, id produit, code article, ref article, reference article, ref produit, reference produit, product id, product code, item code, item no, sku, code ean, part number",
  ),
  "product.name": words(
    "produit, nom produit, nom du produit, article, designation, libelle article, libelle produit, product, product name, item, item name, description article, description",
  ),
  "product.family": words(
    "famille, famille de produits, famille article, gamme, categorie, category, product category, product line, product family",
  ),
  point_of_sale_id: words(
    "code magasin, id magasin, code agence, id point de vente, store id, store code, shop id",
  ),
  "point_of_sale.name": words(
    "point de vente, magasin, boutique, agence, store, store name, shop, depot, branch",
  ),
  "point_of_sale.region": words("region magasin, store region"),
  order_id: words(
    "n commande, n de commande, numero de commande, numero commande, id commande, ref commande, reference commande, commande, bon de commande, order id, order number, order no, order, order ref, sales order, document no, n piece, numero de piece, n document",
  ),
  invoice_id: words(
    "n facture, n de facture, numero de facture, numero facture, facture, invoice, invoice number, invoice no, invoice id",
  ),
};
