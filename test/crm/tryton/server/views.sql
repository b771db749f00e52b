-- Tryton's own tables read as the sales tables of Vigie, without Tryton and without the connector.
-- Amounts are blobs of digits; `cents` rounds as Tryton does (half to even).
CREATE TEMP VIEW rates AS
SELECT c.id, c.code, (
  SELECT CAST(r.rate AS REAL) FROM currency_currency_rate r WHERE r.currency = c.id ORDER BY r.date DESC LIMIT 1
) AS rate
FROM currency_currency c;

CREATE TEMP VIEW issued AS
SELECT i.id, i.invoice_date, i.party, i.currency, i.move, i.account, i.state, i.number
FROM account_invoice i LEFT JOIN account_move m ON m.id = i.cancel_move
WHERE i.type = 'out'
  AND (i.state IN ('posted', 'paid') OR (i.state = 'cancelled' AND m.origin LIKE 'account.invoice,%'));

CREATE TEMP VIEW sold AS
SELECT s.id, s.number, s.sale_date, s.party, s.currency, s.state,
  COALESCE(s.quoted_by, s.confirmed_by, (
    SELECT o.employee FROM sale_opportunity o WHERE s.origin = 'sale.opportunity,' || o.id
  ), 0) AS employee
FROM sale_sale s;

CREATE TEMP VIEW costs AS
SELECT p.id AS product, NULLIF(CAST(c.cost_price AS REAL), 0) / u.factor AS cost
FROM product_product p
JOIN product_template t ON t.id = p.template
JOIN product_uom u ON u.id = t.default_uom
LEFT JOIN product_cost_price c ON c.product = p.id;

CREATE TEMP VIEW order_lines AS
SELECT s.number AS order_id, s.sale_date AS ordered_on, (
    SELECT MIN(i.invoice_date) FROM account_invoice_line il JOIN issued i ON i.id = il.invoice
    WHERE il.origin = 'sale.line,' || l.id
  ) AS invoiced_on,
  s.party, s.employee, COALESCE(l.product, 0) AS product,
  cents(l.quantity, l.unit_price) / r.rate AS revenue,
  l.quantity * COALESCE(u.factor, 1) * c.cost AS cost
FROM sale_line l
JOIN sold s ON s.id = l.sale
JOIN rates r ON r.id = s.currency
LEFT JOIN product_uom u ON u.id = l.unit
LEFT JOIN costs c ON c.product = l.product
WHERE l.type = 'line' AND s.state IN ('confirmed', 'processing', 'done') AND r.rate IS NOT NULL
UNION ALL
SELECT s.number, i.invoice_date, i.invoice_date, i.party, s.employee, COALESCE(il.product, 0),
  cents(il.quantity, il.unit_price) / r.rate, il.quantity * COALESCE(u.factor, 1) * c.cost
FROM account_invoice_line il
JOIN issued i ON i.id = il.invoice
JOIN rates r ON r.id = i.currency
JOIN account_invoice_line credited ON il.origin = 'account.invoice.line,' || credited.id
JOIN sale_line l ON credited.origin = 'sale.line,' || l.id
JOIN sold s ON s.id = l.sale
LEFT JOIN product_uom u ON u.id = il.unit
LEFT JOIN costs c ON c.product = il.product
WHERE il.type = 'line';

CREATE TEMP VIEW opportunities AS
SELECT o.id, COALESCE(CAST(o.amount AS REAL), 0) AS amount, o.conversion_probability AS probability,
  COALESCE(o.end_date, o.start_date) AS expected_on, o.end_date, COALESCE(o.employee, 0) AS employee, o.state,
  CASE WHEN o.state IN ('won', 'lost') THEN o.state ELSE 'open' END AS status
FROM sale_opportunity o WHERE o.state <> 'cancelled';

-- A line of the customer's account, in the invoice's currency.
CREATE TEMP VIEW owed AS
SELECT i.id AS invoice, l.reconciliation, l.maturity_date, own.paying,
  CASE WHEN l.second_currency = i.currency THEN CAST(l.amount_second_currency AS REAL) / r.rate
    ELSE CAST(l.debit AS REAL) - CAST(l.credit AS REAL) END AS amount
FROM issued i
JOIN rates r ON r.id = i.currency
JOIN (
  SELECT i2.id AS invoice, l2.id AS line, 0 AS paying FROM account_invoice i2
  JOIN account_move_line l2 ON l2.move = i2.move AND l2.account = i2.account
  UNION ALL
  SELECT p.invoice, p.line, 1 FROM "account_invoice-account_move_line" p
) own ON own.invoice = i.id
JOIN account_move_line l ON l.id = own.line;

CREATE TEMP VIEW invoices AS
SELECT i.id, i.invoice_date AS issued_on, i.party,
  (SELECT SUM(o.amount) FROM owed o WHERE o.invoice = i.id AND NOT o.paying) AS amount,
  CASE WHEN i.state = 'posted' THEN COALESCE(
    (SELECT SUM(o.amount) FROM owed o WHERE o.invoice = i.id AND o.reconciliation IS NULL), 0) ELSE 0 END AS outstanding,
  COALESCE(
    (SELECT MIN(o.maturity_date) FROM owed o WHERE o.invoice = i.id AND NOT o.paying AND o.reconciliation IS NULL),
    (SELECT MAX(o.maturity_date) FROM owed o WHERE o.invoice = i.id AND NOT o.paying)) AS due_on
FROM issued i;

CREATE TEMP VIEW customers AS
SELECT p.id, p.name, (
    SELECT COALESCE(above.name, s.name, country.name)
    FROM party_address a
    LEFT JOIN country_subdivision s ON s.id = a.subdivision
    LEFT JOIN country_subdivision above ON above.id = s.parent
    LEFT JOIN country_country country ON country.id = a.country
    WHERE a.party = p.id AND a.active AND COALESCE(s.name, country.name) IS NOT NULL ORDER BY a.id LIMIT 1
  ) AS region, (
    SELECT c.name FROM party_category_rel x JOIN party_category c ON c.id = x.category WHERE x.party = p.id LIMIT 1
  ) AS sector
FROM party_party p;

CREATE TEMP VIEW salespeople AS
SELECT e.id, p.name FROM company_employee e JOIN party_party p ON p.id = e.party
UNION ALL SELECT 0, 'Sans commercial';

CREATE TEMP VIEW products AS
SELECT p.id, t.name, (
    SELECT c.name FROM "product_template-product_category" x JOIN product_category c ON c.id = x.category
    WHERE x.template = t.id LIMIT 1
  ) AS family
FROM product_product p JOIN product_template t ON t.id = p.template
UNION ALL SELECT 0, 'Sans produit', NULL;
