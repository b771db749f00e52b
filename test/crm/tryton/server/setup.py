"""The company, its accounts and its master data."""
import datetime as dt
from decimal import Decimal

from proteus import Model, config as proteus_config
from trytond.modules.account.tests.tools import (
    create_chart, create_fiscalyear, create_tax, get_accounts)
from trytond.modules.account_invoice.tests.tools import set_fiscalyear_invoice_sequences
from trytond.modules.company.tests.tools import create_company, get_company

REGIONS = ["Nord", "Sud", "Est", "Ouest"]
SECTORS = ["Hôtellerie", "Santé", "Industrie", "Commerce", "Bureaux"]
PEOPLE = ["Alice Martin", "Bruno Petit", "Chloé Durand", "David Moreau", "Émilie Laurent"]
FAMILIES = ["Climatiseurs", "Chauffage", "Ventilation"]
# Name, family, list price, cost (None: nobody has entered one).
PRODUCTS = [
    ("Split mural 2,5 kW", 0, "640.00", "410.50"),
    ("Split mural 5 kW", 0, "990.00", "655.25"),
    ("Pompe à chaleur 8 kW", 1, "4200.00", "3010.00"),
    ("Radiateur à inertie", 1, "310.00", "189.99"),
    ("Plancher chauffant, le m²", 1, "58.30", "33.1234"),
    ("VMC double flux", 2, "1450.00", "1012.00"),
    ("Gaine isolée", 2, "18.90", "9.45"),
    ("Bouche d'extraction", None, "24.00", None),
]
CUSTOMERS = 24
READ = [
    'party.party', 'party.address', 'party.category', 'product.product', 'product.template', 'product.category',
    'product.uom', 'company.company', 'company.employee', 'currency.currency', 'currency.currency.rate',
    'country.subdivision', 'country.country', 'sale.sale', 'sale.line', 'sale.opportunity', 'account.invoice',
    'account.invoice.line', 'account.move', 'account.move.line', 'account.account']


def set_up(database, config_file, password_file):
    """Gives the ids that the trade needs."""
    proteus_config.set_trytond(database=f'sqlite:///{database}', config_file=config_file)
    euro, dollar, pound = currencies()
    create_company(currency=euro, party=saved('party.party', name="Clim'Azur SAS"))
    company = get_company()
    accounts = accounting(company)
    regions = subdivisions()
    return {
        'company': company.id,
        'accounts': {kind: account.id for kind, account in accounts.items()},
        'currencies': {'EUR': euro.id, 'USD': dollar.id, 'GBP': pound.id},
        'employees': employees(company),
        'customers': customers(regions),
        'terms': payment_terms(),
        'payment_method': payment_method(company, accounts),
        **products(accounts, company),
        'users': users(company, password_file),
    }


def saved(kind, /, **values):
    record = Model.get(kind)(**values)
    record.save()
    return record


def currencies():
    made = []
    for code, symbol, rates in [
            ('EUR', '€', [('2020-01-01', '1')]),
            ('USD', '$', [('2024-01-01', '1.25'), ('2025-01-01', '1.1')]),
            ('GBP', '£', [])]:
        currency = saved('currency.currency', name=code, code=code, symbol=symbol, digits=2, rounding=Decimal('0.01'))
        for date, rate in rates:
            saved('currency.currency.rate', currency=currency, date=dt.date.fromisoformat(date), rate=Decimal(rate))
        made.append(currency)
    return made


def accounting(company):
    create_chart(company)
    for year in (2024, 2025):
        fiscal_year = set_fiscalyear_invoice_sequences(create_fiscalyear(company, dt.date(year, 1, 1)))
        fiscal_year.save()
        fiscal_year.click('create_period')
    return get_accounts(company)


def subdivisions():
    """France, its regions, and one department under the first: its region is what counts."""
    france = saved('country.country', name='France', code='FR')
    saved('country.country', name='Belgique', code='BE')
    regions = [
        saved('country.subdivision', name=name, code=f'FR-R{at}', type='metropolitan region', country=france)
        for at, name in enumerate(REGIONS)]
    department = saved(
        'country.subdivision', name='Pas-de-Calais', code='FR-62', type='metropolitan department', country=france,
        parent=regions[0])
    return [*regions, department]


def employees(company):
    return [
        saved('company.employee', company=company, party=saved('party.party', name=name)).id for name in PEOPLE]


def customers(regions):
    Country = Model.get('country.country')
    belgium, = Country.find([('code', '=', 'BE')])
    sectors = [saved('party.category', name=name) for name in SECTORS]
    made = []
    for at in range(CUSTOMERS):
        party = Model.get('party.party')(name=f'Client {at + 1:02d} & fils')
        # One in eight has no sector, one in eight lives abroad, one has no address details at all.
        if at % 8 != 7:
            party.categories.append(type(sectors[0])(sectors[at % len(sectors)].id))
        address, = party.addresses
        if at % 8 == 3:
            address.country = belgium
        elif at != 12:
            region = regions[at % len(regions)]
            address.country, address.subdivision = region.country, region
        address.city = f'Ville {at}'
        party.save()
        made.append(party.id)
    saved('party.party', name='Passager')
    # One customer has been archived since: his orders still count.
    archived = Model.get('party.party')(made[5])
    archived.active = False
    archived.save()
    return made


def payment_terms():
    direct = Model.get('account.invoice.payment_term')(name='30 jours')
    line = direct.lines.new(type='remainder')
    line.relativedeltas.new(days=30)
    direct.save()
    split = Model.get('account.invoice.payment_term')(name='50 % à 30 jours, le reste à 60')
    first = split.lines.new(type='percent', ratio=Decimal('.5'))
    first.relativedeltas.new(days=30)
    rest = split.lines.new(type='remainder')
    rest.relativedeltas.new(days=60)
    split.save()
    return [direct.id, split.id]


def payment_method(company, accounts):
    journal, = Model.get('account.journal').find([('type', '=', 'cash')], limit=1)
    return saved(
        'account.invoice.payment.method', name='Virement', journal=journal, company=company,
        credit_account=accounts['cash'], debit_account=accounts['cash']).id


def products(accounts, company):
    tax = create_tax(Decimal('.20'), company)
    tax.save()
    category = Model.get('product.category')(name='Ventes', accounting=True)
    category.account_revenue = accounts['revenue']
    category.customer_taxes.append(tax)
    category.save()
    families = [saved('product.category', name=name) for name in FAMILIES]
    unit, = Model.get('product.uom').find([('name', '=', 'Unit')])
    box = saved(
        'product.uom', name='Carton de 6', symbol='ct', category=unit.category, rate=round(1 / 6, 12), factor=6.,
        rounding=1., digits=0)
    made = []
    for name, family, price, cost in PRODUCTS:
        template = Model.get('product.template')(
            name=name, default_uom=unit, type='goods', salable=True, list_price=Decimal(price))
        template.account_category = category
        if family is not None:
            template.categories.append(type(category)(families[family].id))
        template.save()
        product, = template.products
        if cost is not None:
            product.cost_price = Decimal(cost)
            product.save()
        made.append(product.id)
    return {'products': made, 'prices': [price for _, _, price, _ in PRODUCTS], 'unit': unit.id, 'box': box.id,
            'tax': tax.id}


def users(company, password_file):
    """`vigie` may read everything it needs and write nothing; `ventes` may not read invoices; `nu` has no company."""
    with open(password_file) as file:
        password = file.read().strip()
    everyone = group('Vigie (lecture)', READ)
    sellers = group('Vigie (ventes)', [m for m in READ if not m.startswith('account.')])
    nobody = group('Vigie (rien)', [])
    for login, groups, with_company in [
            ('vigie', [everyone], True), ('ventes', [sellers], True), ('rien', [nobody], True), ('nu', [everyone], False)]:
        user = Model.get('res.user')(name=f'Compte {login}', login=login, password=password)
        user.companies.append(type(company)(company.id))
        user.company = company if with_company else None
        for each in groups:
            user.groups.append(type(each)(each.id))
        user.save()


def group(name, models):
    made = saved('res.group', name=name)
    for model in models:
        found, = Model.get('ir.model').find([('model', '=', model)])
        saved('ir.model.access', model=found, group=made, perm_read=True, perm_write=False, perm_create=False,
              perm_delete=False)
    return made
