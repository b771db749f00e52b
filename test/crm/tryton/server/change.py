"""Changes records of a running Tryton through its own client: `change.py URL edit|delete`."""
import datetime as dt
import sys
from decimal import Decimal

from proteus import Model, config


def edit():
    """A draft is sold, an invoice posted, an opportunity lost, a customer renamed and moved, a cost entered."""
    sale, = Model.get('sale.sale').find([('state', '=', 'draft')], order=[('id', 'ASC')], limit=1)
    sale.lines[0].quantity = 9
    sale.save()
    for button in ('quote', 'confirm', 'process'):
        sale.click(button)
    invoice = Model.get('account.invoice').find([('state', '=', 'draft')], order=[('id', 'DESC')], limit=1)[0]
    invoice.invoice_date = dt.date(2025, 12, 20)
    # Tryton warns of a due date in the past.
    config.get_config()._context['_skip_warnings'] = True
    invoice.click('post')
    opportunity = Model.get('sale.opportunity').find([('state', '=', 'opportunity')], limit=1)[0]
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


def delete():
    """Two opportunities and a customer who never bought are gone."""
    for state in ('won', 'lead'):
        Model.get('sale.opportunity').find([('state', '=', state)], limit=1)[0].delete()
    party, = Model.get('party.party').find([('name', '=', 'Passager')])
    party.delete()


def main(url, what):
    config.set_xmlrpc(url)
    {'edit': edit, 'delete': delete}[what]()


if __name__ == '__main__':
    main(*sys.argv[1:])
