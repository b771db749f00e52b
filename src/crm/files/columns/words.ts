/**
 * Usual headings of each field, as `plainWord`, those that say it best first. The code name and the captions of the
 * schema come before all of them.
 */
export const FIELD_WORDS: Readonly<Record<string, readonly string[]>> = {
  id: ["id ligne", "line id", "row id", "n ligne", "n", "numero", "code", "ref", "reference", "uid"],
  "order_lines.id": ["id ligne", "line id", "row id", "n ligne", "ligne", "line no", "line number", "order line id"],
  "opportunities.name": [
    "nom de l opportunite", "nom opportunite", "opportunite", "opportunity", "opportunity name", "deal name", "deal", "affaire",
    "nom de l affaire", "nom de la transaction", "libelle", "intitule", "titre", "objet",
  ],
  name: ["libelle", "intitule", "raison sociale", "label", "titre", "objet", "societe", "company"],
  team: ["equipe commerciale", "equipe", "team"],
  region: [
    "zone", "zone geographique", "region de livraison", "ship to region", "sales region", "territory", "territoire",
    "secteur geographique", "departement",
  ],
  sector: ["secteur d activite", "activite", "industry", "segment", "secteur", "branche", "market segment"],
  family: ["famille de produits", "famille article", "gamme", "categorie", "category", "product category", "product line", "family"],
  customer_id: [
    "code client", "id client", "n client", "numero client", "n de client", "compte client", "ref client", "customer id",
    "customer number", "customer no", "customer code", "account id", "account number", "code tiers", "client id",
  ],
  "customer.name": [
    "client", "nom client", "nom du client", "raison sociale", "customer", "customer name", "client name", "account name",
    "account", "compte", "societe", "company", "company name", "tiers", "nom du tiers", "acheteur", "sold to", "buyer",
  ],
  "customer.sector": ["secteur client", "secteur d activite", "activite", "segment", "industry", "secteur", "branche", "customer segment"],
  "customer.region": ["region client", "customer region", "region", "zone"],
  salesperson_id: [
    "code commercial", "id commercial", "code vendeur", "id vendeur", "code representant", "salesperson id", "sales rep id",
    "owner id", "matricule",
  ],
  "salesperson.name": [
    "commercial", "nom commercial", "nom du commercial", "vendeur", "representant", "sales rep", "sales person", "salesperson",
    "seller", "owner", "responsable", "charge d affaires", "account manager", "proprietaire", "opportunity owner", "deal owner",
    "proprietaire de l opportunite", "rep",
  ],
  "salesperson.team": ["equipe", "equipe commerciale", "team", "sales team"],
  "salesperson.region": ["region commercial", "region vendeur"],
  product_id: [
    "code produit", "id produit", "code article", "ref article", "reference article", "ref produit", "reference produit",
    "product id", "product code", "item code", "item no", "sku", "code ean", "part number",
  ],
  "product.name": [
    "produit", "nom produit", "nom du produit", "article", "designation", "libelle article", "libelle produit", "product",
    "product name", "item", "item name", "description article", "description",
  ],
  "product.family": [
    "famille", "famille de produits", "famille article", "gamme", "categorie", "category", "product category", "product line",
    "product family",
  ],
  point_of_sale_id: ["code magasin", "id magasin", "code agence", "id point de vente", "store id", "store code", "shop id"],
  "point_of_sale.name": ["point de vente", "magasin", "boutique", "agence", "store", "store name", "shop", "depot", "branch"],
  "point_of_sale.region": ["region magasin", "store region"],
  order_id: [
    "n commande", "n de commande", "numero de commande", "numero commande", "id commande", "ref commande", "reference commande",
    "commande", "bon de commande", "order id", "order number", "order no", "order", "order ref", "sales order", "document no",
    "n piece", "numero de piece", "n document",
  ],
  ordered_on: [
    "date de commande", "date commande", "date de la commande", "order date", "sale date", "date de vente", "date vente",
    "transaction date", "date",
  ],
  invoice_id: ["n facture", "n de facture", "numero de facture", "numero facture", "facture", "invoice", "invoice number", "invoice no", "invoice id"],
  invoiced_on: [
    "date de facture", "date facture", "date de facturation", "date facturation", "invoice date", "facture le", "billing date",
    "date d emission",
  ],
  visited_on: ["date de visite", "date visite", "visit date", "date du rendez vous", "meeting date", "date"],
  created_on: [
    "date de creation", "date creation", "creation date", "creee le", "cree le", "created", "create date", "created date",
    "date d ouverture", "date",
  ],
  expected_on: [
    "date de cloture prevue", "date prevue", "cloture prevue", "echeance prevue", "close date", "expected close date",
    "expected close", "date de signature prevue", "date de cloture",
  ],
  closed_on: ["date de cloture reelle", "date de cloture", "cloturee le", "closed", "closed date", "date de signature", "won date"],
  issued_on: ["date de facture", "date facture", "date d emission", "invoice date", "date de facturation", "date piece", "date"],
  due_on: ["date d echeance", "date echeance", "echeance", "due date", "payment due date", "date limite de reglement"],
  sent_on: ["date d envoi", "date envoi", "send date", "sent date", "date"],
  received_on: ["date de reception", "date reception", "received", "date d appel", "date"],
  channel: ["canal de vente", "canal", "mode", "sales channel", "channel", "origine commande"],
  quantity: ["qte", "quantites", "qty", "quantite commandee", "quantite facturee", "nb", "nombre", "units", "unites", "order quantity", "quantity ordered"],
  revenue: [
    "montant net ht", "montant ht", "total ht", "total net ht", "montant total ht", "ca ht", "net amount", "total excl tax",
    "montant net", "ca", "chiffre d affaires", "revenue", "sales", "net sales", "sales amount", "montant", "total", "amount",
    "line total", "total price", "total amount", "valeur", "ventes",
  ],
  gross: ["montant ttc", "total ttc", "montant total ttc", "ca ttc", "gross amount", "total incl tax", "net a payer", "gross sales"],
  tax: ["tva", "montant tva", "total tva", "vat", "tax", "tax amount", "vat amount"],
  unit_price: [
    "prix unitaire ht", "prix unitaire", "pu ht", "pu", "pu net", "prix", "prix de vente", "unit price", "price", "price each",
    "list price", "sales price",
  ],
  discount: ["remise", "remise %", "taux de remise", "taux remise", "discount", "discount rate", "rabais"],
  cost: ["cout de revient", "prix de revient", "couts", "cout total", "total cost", "cout", "cost", "cogs", "cost of sales"],
  unit_cost: ["cout unitaire", "prix de revient unitaire", "unit cost", "standard cost", "prix d achat", "pa ht", "cout de revient unitaire"],
  profit: ["marge", "marge brute", "profit", "gross profit", "marge ht", "margin", "benefice"],
  amount: [
    "montant ttc", "total ttc", "montant", "total", "amount", "valeur", "montant ht", "total ht", "deal value", "deal amount",
    "estimated value", "invoice amount", "total amount",
  ],
  outstanding: [
    "reste a payer", "reste du", "solde", "solde du", "encours", "balance", "restant du", "reste a regler", "amount due",
    "balance due", "open amount", "outstanding amount", "montant du",
  ],
  probability: ["proba", "prob", "probabilite", "win probability", "deal probability", "chance de succes"],
  stage: ["phase", "etape", "sales stage", "deal stage", "stage", "pipeline stage"],
  status: ["statut", "etat", "status", "state", "deal status"],
  state: [
    "statut", "etat", "statut commande", "statut de la commande", "etat commande", "etat de la commande", "statut facture",
    "statut de la facture", "status", "state", "order status", "order state", "invoice status", "statut document",
  ],
  reason: ["motif", "raison", "objet", "type", "sujet", "categorie"],
  rating: ["temperature", "interet", "chaleur", "rating", "lead rating"],
  source: ["origine", "provenance", "lead source", "source", "original source"],
  currency: [
    "devise", "code devise", "monnaie", "currency", "currency code", "deal currency", "order currency", "devise commande",
    "iso currency", "code monnaie", "cur",
  ],
  sent: ["envoyes", "emails envoyes", "nb envoyes", "recipients", "destinataires"],
  delivered: ["delivres", "emails delivres", "remis", "distribues"],
  opened: ["ouverts", "ouvertures", "opens", "unique opens", "emails ouverts"],
  clicked: ["cliques", "clics", "clicks", "unique clicks", "emails cliques"],
  kpi: ["indicateur", "indicateurs"],
  dimension: ["axe"],
  member: ["membre"],
  period: ["periode", "mois", "trimestre", "annee"],
  value: ["valeur", "objectif", "target", "cible", "montant"],
};
