"""Two years of orders, invoices, payments, credit notes and opportunities, made by Tryton's own methods."""
import datetime as dt
from decimal import Decimal

from trytond.pool import Pool
from trytond.transaction import Transaction

ORDERS = 100
LINES = 3
# Tryton walks all the records of a batch again and again: small ones are much faster.
BATCH = 10
# One is in a currency without rate, one has a line without product.
NEVER_INVOICED = (50, 51)
FIRST_DAY = dt.date(2024, 1, 8)


def trade(database, made):
    # A posted invoice is printed and kept: half the time, and nothing that is read here.
    Pool(database).get('account.invoice').print_invoice = lambda invoice: None
    # The dates lie in the past on purpose: no need to be warned.
    context = {'company': made['company'], '_skip_warnings': True}
    with Transaction().start(database, 1, context=context):
        opportunities = opportunities_of(made)
        sales = sales_of(made, opportunities)
        Transaction().commit()
        invoices = invoices_of(sales)
        pay(invoices, made)
        credit(invoices)
        Transaction().commit()


def order_day(at):
    return FIRST_DAY + dt.timedelta(days=7 * at)


def sales_of(made, opportunities):
    pool = Pool()
    Sale, Party = pool.get('sale.sale'), pool.get('party.party')
    with Transaction().set_context(active_test=False):
        addresses = {p.id: p.addresses[0].id for p in Party.browse(made['customers'])}
    sales = Sale.create([sale(at, made, addresses, opportunities) for at in range(ORDERS)])
    Sale.quote([s for at, s in enumerate(sales) if at % 20 != 17])
    Sale.cancel([s for at, s in enumerate(sales) if at % 20 == 19])
    confirmed = [s for at, s in enumerate(sales) if at % 20 not in (17, 18, 19)]
    for batch in batches(confirmed):
        Sale.confirm(batch)
        Sale.process(batch)
        Transaction().commit()
    return Sale.browse(sales)


def batches(records):
    """Fresh records, so that one batch does not drag the others along."""
    ids = [record.id for record in records]
    Model = type(records[0])
    return [Model.browse(ids[at:at + BATCH]) for at in range(0, len(ids), BATCH)]


def sale(at, made, addresses, opportunities):
    customer = made['customers'][(at * 5) % len(made['customers'])]
    people = made['employees']
    values = {
        'company': made['company'],
        'party': customer,
        'invoice_address': addresses[customer],
        'shipment_address': addresses[customer],
        'sale_date': order_day(at),
        'currency': made['currencies'][{10: 'USD', 30: 'USD', 50: 'GBP'}.get(at, 'EUR')],
        'payment_term': made['terms'][at % 2],
        'invoice_method': 'manual' if at in NEVER_INVOICED else 'order',
        'shipment_method': 'manual',
        'lines': [('create', [line(at, each, made) for each in range(LINES)])],
    }
    # Who sold: usually who quoted; sometimes only who confirmed, or who led the opportunity; once nobody.
    if at in (25, 26):
        values['confirmed_by'] = people[at % len(people)]
    elif at in (34, 35):
        values['origin'] = f'sale.opportunity,{opportunities[at]}'
    elif at != 44:
        values['quoted_by'] = people[at % len(people)]
        values['confirmed_by'] = people[(at + 1) % len(people)]
    return values


def line(at, each, made):
    if at % 25 == 6 and each == 2:
        return {'type': 'comment', 'description': 'Livraison le matin'}
    product = (at * 3 + each * 2) % len(made['products'])
    boxed = at % 10 == 4 and each == 0
    quantity = 1 + (at + each) % 6
    price = Decimal(made['prices'][product]) * (6 if boxed else 1)
    if at == 51 and each == 2:
        return {'type': 'line', 'quantity': 2, 'unit_price': Decimal('75'), 'description': 'Mise en service'}
    return {
        'type': 'line',
        'product': made['products'][product],
        'unit': made['box'] if boxed else made['unit'],
        # Two orders are returns.
        'quantity': -quantity if at in (41, 81) else quantity,
        'unit_price': (price * (100 - at % 7) / 100).quantize(Decimal('.0001')),
        'taxes': [('add', [made['tax']])],
        'description': 'Ligne',
    }


def invoices_of(sales):
    """Posts most of the invoices, three days after the order; the others stay drafts."""
    Invoice = Pool().get('account.invoice')
    invoices = []
    for at, each in enumerate(sales):
        if at % 4 == 3 or at in NEVER_INVOICED:
            continue
        for invoice in each.invoices:
            invoice.invoice_date = order_day(at) + dt.timedelta(days=3)
            invoices.append(invoice)
    Invoice.save(invoices)
    for batch in batches(invoices):
        Invoice.post(batch)
        Transaction().commit()
    return Invoice.browse(invoices)


def pay(invoices, made):
    """A third is paid, a third is paid in part; dollars are left open."""
    pool = Pool()
    Invoice, Line = pool.get('account.invoice'), pool.get('account.move.line')
    method = pool.get('account.invoice.payment.method')(made['payment_method'])
    for at, invoice in enumerate(invoices):
        if at % 3 == 2 or invoice.currency.code != 'EUR' or invoice.total_amount < 0 or at < 2:
            continue
        whole = at % 3 == 0
        amount = invoice.total_amount if whole else (invoice.total_amount / 4).quantize(Decimal('.01'))
        payment = invoice.pay_invoice(amount, method, invoice.invoice_date + dt.timedelta(days=10))
        if whole:
            Line.reconcile([l for l in invoice.lines_to_pay if not l.reconciliation] + payment)
    Invoice.process(invoices)


def credit(invoices):
    """One invoice is cancelled by its credit note, another one is credited beside."""
    Invoice = Pool().get('account.invoice')
    last = dt.date(2025, 12, 15)
    open_ones = [i for i in Invoice.browse(invoices) if i.state == 'posted' and not i.payment_lines
                 and i.currency.code == 'EUR' and i.total_amount > 0]
    Invoice.credit([open_ones[0]], refund=True, invoice_date=last)
    beside = Invoice.credit([open_ones[1]], invoice_date=last)
    Invoice.post(beside)


def opportunities_of(made):
    Opportunity = Pool().get('sale.opportunity')
    states = ['lead', 'opportunity', 'won', 'lost', 'opportunity', 'cancelled', 'won', 'opportunity']
    rows = []
    for at in range(48):
        state = states[at % len(states)] if at not in (34, 35) else 'opportunity'
        closed = state in ('won', 'lost', 'cancelled')
        start = dt.date(2024, 2, 1) + dt.timedelta(days=13 * at)
        customer = made['customers'][(at * 7) % len(made['customers'])]
        rows.append({
            'company': made['company'],
            'party': None if at % 16 == 0 else customer,
            'employee': None if at % 16 == 8 else made['employees'][at % len(made['employees'])],
            'start_date': start,
            # An open one may carry the day on which it should close, or none.
            'end_date': start + dt.timedelta(days=40) if closed or at % 3 else None,
            'description': f'Affaire {at + 1}' if at % 5 else None,
            'amount': None if at % 11 == 4 else Decimal(1500 + 725 * at),
            'conversion_probability': 1.0 if state == 'won' else 0.0 if closed else (at % 10) / 10,
            'state': state,
        })
    return [each.id for each in Opportunity.create(rows)]
