import type { Text } from "../sales/text";

/** The text that `--help` prints. docs/cli.md says the same at more length. */
export const HELP: Text = {
  fr: `vigie : les indicateurs commerciaux, sans écran.

  vigie eval  --source SOURCE   lit des formules, une par ligne, sur l'entrée standard
                                et écrit un objet JSON par ligne
  vigie check --source SOURCE   liste les lignes écartées et pourquoi, puis le contenu des tables
  vigie build --source SOURCE --out FICHIER.xlsx
                                écrit le classeur : tableaux de bord et données cachées
              --frozen          sans formules ni données cachées : lisible partout, sans Vigie
  vigie build --source SOURCE --sheets --out FICHIER.json
                                écrit les requêtes de l'API Sheets de Google qui font la feuille de calcul
  vigie share --source SOURCE --scope PÉRIMÈTRE [--scope …] --frozen|--live --out DOSSIER
                                écrit une copie par périmètre, avec ses seules lignes :
                                figée (--frozen) ou vivante, à ouvrir avec Vigie (--live)

PÉRIMÈTRE
  region=NOM                    les lignes d'une région
  commercial=NOM                celles d'un commercial (nom ou identifiant)
  region=NOM;commercial=NOM     celles du commercial dans cette région

SOURCE
  csv:DOSSIER                   des fichiers CSV, Excel ou OpenDocument, ou un seul (csv:FICHIER)
  demo                          la société de démonstration
  demo:lines=N,seed=N           la même, d'une autre taille ou d'un autre tirage
  tryton:https://HÔTE/BASE      un serveur Tryton ; l'identifiant et le mot de passe viennent de
                                VIGIE_TRYTON_USER et VIGIE_TRYTON_PASSWORD
  odoo:https://HÔTE             un Odoo ; la base, l'identifiant (avant Odoo 19) et la clé viennent de
                                VIGIE_ODOO_DATABASE, VIGIE_ODOO_USER et VIGIE_ODOO_KEY
  dolibarr:https://HÔTE         un Dolibarr ; la clé vient de VIGIE_DOLIBARR_KEY
  salesforce:https://HÔTE       un Salesforce ; le jeton d'accès vient de VIGIE_SALESFORCE_TOKEN
  dynamics:https://HÔTE         un Dynamics 365 ; le jeton d'accès vient de VIGIE_DYNAMICS_TOKEN

OPTIONS
  --data-date AAAA-MM-JJ        la date des données (aujourd'hui par défaut)
  --mapping FICHIER             comment lire les fichiers (comme vigie-mapping.json)
  --register FICHIER            vos indicateurs et vos règles : un fichier aux colonnes du « Référentiel »
                                (au moins Indicateur et Calcul), ou un classeur de Vigie
  --rejected FICHIER.csv        toutes les lignes écartées, dans un fichier (check)
  --fiscal-first-month 1-12     le premier mois de l'exercice (janvier par défaut)
  --lost-after-months N         mois sans commande avant qu'un client soit perdu (12 par défaut)
  --lang fr|en                  la langue des phrases (celle de la machine par défaut, sinon le français)
  -h, --help                    cette aide

Exemple :  echo '=KPI.CA("region","2024-T1","Nord")' | npm run --silent vigie -- eval --source demo

CODES DE SORTIE
  0 tout va bien   1 à vérifier (check)   2 commande mal écrite
  3 la source ne donne rien   4 le fichier ne peut pas être écrit   5 erreur imprévue
`,
  en: `vigie: the sales KPIs, without a screen.

  vigie eval  --source SOURCE   reads formulas, one a line, from standard input
                                and writes one JSON object a line
  vigie check --source SOURCE   lists the rows set aside and why, then what the tables hold
  vigie build --source SOURCE --out FILE.xlsx
                                writes the workbook: dashboards and hidden data
              --frozen          without formulas or hidden data: legible anywhere, without Vigie
  vigie build --source SOURCE --sheets --out FILE.json
                                writes the requests of Google's Sheets API that make the spreadsheet
  vigie share --source SOURCE --scope SCOPE [--scope …] --frozen|--live --out FOLDER
                                writes one copy per scope, with its rows alone:
                                frozen (--frozen), or live, to be opened with Vigie (--live)

SCOPE
  region=NAME                   the rows of a region
  salesperson=NAME              those of a salesperson (name or id)
  region=NAME;salesperson=NAME  those of the salesperson in that region

SOURCE
  csv:FOLDER                    CSV, Excel or OpenDocument files, or a single one (csv:FILE)
  demo                          the demo company
  demo:lines=N,seed=N           the same, of another size or draw
  tryton:https://HOST/DATABASE  a Tryton server; user name and password come from
                                VIGIE_TRYTON_USER and VIGIE_TRYTON_PASSWORD
  odoo:https://HOST             an Odoo; database, login (before Odoo 19) and key come from
                                VIGIE_ODOO_DATABASE, VIGIE_ODOO_USER and VIGIE_ODOO_KEY
  dolibarr:https://HOST         a Dolibarr; the key comes from VIGIE_DOLIBARR_KEY
  salesforce:https://HOST       a Salesforce; the access token comes from VIGIE_SALESFORCE_TOKEN
  dynamics:https://HOST         a Dynamics 365; the access token comes from VIGIE_DYNAMICS_TOKEN

OPTIONS
  --data-date YYYY-MM-DD        the data date (default today)
  --mapping FILE                how to read the files (like vigie-mapping.json)
  --register FILE               your own indicators and rules: a file with the columns of the sheet
                                “Référentiel” (KPI and Calculation at least), or a workbook of Vigie
  --rejected FILE.csv           all rows set aside, as a file (check)
  --fiscal-first-month 1-12     the first month of the fiscal year (default January)
  --lost-after-months N         months without an order until a customer is lost (default 12)
  --lang fr|en                  the language of sentences (default the machine's, else French)
  -h, --help                    this help

Example:  echo '=KPI.CA("region","2024-Q1","Nord")' | npm run --silent vigie -- eval --source demo

EXIT CODES
  0 all is well   1 something to check (check)   2 wrong command line
  3 the source gives nothing   4 the file cannot be written   5 unexpected error
`,
};
