"""Makes a Tryton database with two years of business: `build.py CONFIG DATABASE PASSWORD`.

Everything is arithmetic, nothing is drawn: two runs give the same records. The setting-up goes through proteus,
Tryton's own client; sales, invoices and payments through Tryton's own model methods, many at a time.
"""
import logging
import os
import sys
from types import SimpleNamespace

from trytond.config import config

MODULES = ['sale', 'sale_opportunity', 'account_invoice']


def activate(database, config_file, password_file):
    """Creates the tables and activates the modules, as `trytond-admin` does."""
    from trytond.admin import run
    os.environ['TRYTONPASSFILE'] = password_file
    run(SimpleNamespace(
        database_names=[database], update=MODULES, languages=[], activatedeps=True, indexes=None,
        update_modules_list=False, email='admin@example.invalid', password=True, reset_password=False,
        test_email=None, hostname=None, validate=None, validate_percentage=100))


def main(config_file, database, password_file):
    logging.disable(logging.WARNING)
    config.update_etc(config_file)
    activate(database, config_file, password_file)
    # Tryton's own test tools, which know how to set a company up, want the name in the environment.
    os.environ['DB_NAME'] = database
    from setup import set_up
    from trade import trade
    trade(database, set_up(database, config_file, password_file))


if __name__ == '__main__':
    main(*sys.argv[1:])
