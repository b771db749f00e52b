"""Changes records of a running Tryton through its own client: `change.py URL edit|delete`."""
import datetime as dt
import sys
from decimal import Decimal

from proteus import Model, Wizard, config


def edit():
    """A draft is sold, an invoice posted, another paid, an opportunity lost, a customer renamed and moved, a cost entered."""
    sale, = Model.get('sale.sale').find([('state', '=', 'draft')], order=[('id', 'ASC')], limit=1)
    sale.lines[0].quantity = 9
    sale.save()
    for button in ('quote', 'confirm', 'process'):
        sale.click(button)
    invoice = Model.get('account.invoice').find([('state', '=', 'draft')], order=[('id', 'DESC')], limit=1)[0]
    invoice.invoice_date = dt.date(2025, 12, 20)
    invoice.save()
    # Its due dates lie in the past; the warning is agreed to beforehand.
    Model.get('res.user.warning')(user=user(), name=f'invoice_payment_term_{invoice.id}').save()
    invoice.click('post')
    paid = Model.get('account.invoice').find(
        [('state', '=', 'posted'), ('lines.quantity', '>', 0)], order=[('id', 'DESC')], limit=1)[0]
    pay = Wizard('account.invoice.pay', [paid])
    pay.form.payment_method, = Model.get('account.invoice.payment.method').find()
    pay.form.date = dt.date(2025, 12, 30)
    pay.execute('choice')
    opportunity = Model.get('sale.opportunity').find([('state', '=', 'opportunity'), ('sales', '=', None)], limit=1)[0]
    opportunity.amount = Decimal('98765.43')
    opportunity.save()
    opportunity.click('lost')
    party, = Model.get('party.party').find([('name', '=', 'Client 02 & fils')])
    party.name = 'Client 02, rebaptisé'
    region, = Model.get('country.subdivision').find([('name', '=', 'Est')])
    party.addresses[0].country = region.country
    party.addresses[0].subdivision = region
    party.save()
    product, = Model.get('product.product').find([('name', '=', "Bouche d'extraction")])
    product.cost_price = Decimal('11.70')
    product.save()


def user():
    found, = Model.get('res.user').find([('login', '=', 'admin')])
    return found


def delete():
    """Two opportunities and a customer who never bought are gone."""
    for state in ('opportunity', 'lead'):
        opportunity = Model.get('sale.opportunity').find([('state', '=', state), ('sales', '=', None)], limit=1)[0]
        opportunity.click('cancel')
        opportunity.delete()
    party, = Model.get('party.party').find([('name', '=', 'Passager')])
    party.delete()


def main(url, what):
    config.set_xmlrpc(url)
    {'edit': edit, 'delete': delete}[what]()


if __name__ == '__main__':
    main(*sys.argv[1:])
