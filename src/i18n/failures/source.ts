import type { Sentences } from "./sentences";

/** The source, the gateway, and the way between them. */
export const SOURCE = {
  "source-unknown": {
    fr: "La source « {source} » n'existe pas.[ Sources possibles : {possible}.]",
    en: "There is no source “{source}”.[ Possible sources: {possible}.]",
  },
  "source-refused": {
    fr: "La source[ « {source} »] refuse la connexion. Vérifiez l'identifiant, le mot de passe ou la clé (est-elle encore valable ?) et vos droits.",
    en: "The source[ “{source}”] refuses the connection. Check your user name, password or key (is it still valid?) and rights.",
  },
  "source-caller-refused": {
    fr: "La source[ « {source} »] n'accepte que certaines adresses Internet, et celle du serveur de Vigie n'en est pas. Demandez à son administrateur de l'y ajouter[ (réglage {setting})].",
    en: "The source[ “{source}”] accepts some Internet addresses only, and that of Vigie's server is none of them. Ask its administrator to add it[ (setting {setting})].",
  },
  "source-part-closed": {
    fr: "La source[ « {source} »] n'ouvre pas à l'API une partie dont Vigie a besoin[ : {part}]. Demandez à son administrateur de l'ouvrir[ (réglage {setting})].",
    en: "The source[ “{source}”] does not open to the API a part that Vigie needs[: {part}]. Ask its administrator to open it[ (setting {setting})].",
  },
  "source-unavailable": {
    fr: "La source[ « {source} »] ne répond pas. Réessayez dans quelques minutes.",
    en: "The source[ “{source}”] does not answer. Try again in a few minutes.",
  },
  "source-invalid-answer": {
    fr: "La source[ « {source} »] a donné une réponse inattendue[ pour la table « {table} »].",
    en: "The source[ “{source}”] gave an unexpected answer[ for table “{table}”].",
  },
  "source-address": {
    fr: "Ce qui répond à cette adresse n'est pas la source attendue[ ({source})]. Vérifiez l'adresse.",
    en: "What answers at this address is not the expected source[ ({source})]. Check the address.",
  },
  "source-address-forbidden": {
    fr: "L'adresse[ {address}] n'est pas admise[ : {expected}]. Voyez votre administrateur.",
    en: "The address[ {address}] is not allowed[: {expected}]. Ask your administrator.",
  },
  "source-certificate": {
    fr: "Le certificat de la source[ « {source} »] n'est pas reconnu : il est auto-signé, périmé ou fait pour une autre adresse.",
    en: "The certificate of the source[ “{source}”] is not trusted: it is self-signed, expired or made for another address.",
  },
  "source-database-unknown": {
    fr: "La base[ « {database} »] n'existe pas sur ce serveur[ {source}].",
    en: "There is no database[ “{database}”] on this[ {source}] server.",
  },
  "source-throttled": {
    fr: "La source[ « {source} »] a compté trop d'essais de connexion. Attendez quelques minutes, puis réessayez.",
    en: "The source[ “{source}”] has counted too many sign-in attempts. Wait a few minutes, then try again.",
  },
  "source-no-right": {
    fr: "Votre compte n'a pas le droit de lire tout ce qu'il faut dans la source[ « {source} »][ (table « {table} »)].",
    en: "Your account may not read all that is needed in the source[ “{source}”][ (table “{table}”)].",
  },
  "source-no-company": {
    fr: "Dans la source[ « {source} »], votre compte n'est rattaché à aucune société. Demandez-le à votre administrateur.",
    en: "In the source[ “{source}”], your account belongs to no company. Ask your administrator.",
  },
  "source-module-missing": {
    fr: "Il manque à la source[ « {source} »] un module dont Vigie a besoin[ : {module}].",
    en: "The source[ “{source}”] lacks a module that Vigie needs[: {module}].",
  },
  "source-changed": {
    fr: "Des enregistrements ont disparu de la source[ « {source} »] pendant la lecture[ de la table « {table} »]. Réessayez.",
    en: "Records disappeared from the source[ “{source}”] during the reading[ of table “{table}”]. Try again.",
  },
  "source-changes-lost": {
    fr: "La source[ « {source} »] ne sait plus ce qui a changé depuis la dernière actualisation : tout est relu.",
    en: "The source[ “{source}”] no longer knows what changed since the last refresh: everything is read again.",
  },
  "changes-not-dated": {
    fr: "La source[ « {source} »] ne date pas ses modifications : tout est relu.",
    en: "The source[ “{source}”] does not date its changes: everything is read again.",
  },
  "changes-of-another": {
    fr: "Les données du classeur viennent d'une autre source, d'un autre compte ou d'une autre version : tout est relu.",
    en: "The workbook's data comes from another source, account or version: everything is read again.",
  },
  "changes-rates": {
    fr: "Les taux de change ne sont plus les mêmes : tout est relu.",
    en: "Exchange rates are no longer the same: everything is read again.",
  },
  "changes-set-aside": {
    fr: "Des lignes mises de côté dans « {table} » ont pu changer de sort : tout est relu.",
    en: "Rows set aside in “{table}” may fare differently now: everything is read again.",
  },
  "source-not-revoked": {
    fr: "Vigie a oublié cette autorisation, mais la source[ « {source} »] n'a pas confirmé son retrait : retirez-la aussi dans ses réglages.",
    en: "Vigie has forgotten this authorisation, but the source[ “{source}”] did not confirm that it withdrew it: withdraw it in its settings too.",
  },
  "sign-in-not-erased": {
    fr: "C'est oublié pour l'instant, mais le service Vigie n'a pas pu l'effacer de son disque : à son redémarrage, cela reviendrait. Prévenez votre administrateur[, et retirez l'autorisation dans les réglages de « {source} »].",
    en: "It is forgotten for now, but the Vigie service could not erase it from its disk: a restart would bring it back. Tell your administrator[, and withdraw the authorisation in the settings of “{source}”].",
  },
  "source-sign-in": {
    fr: "La connexion à la source[ « {source} »] n'a pas abouti[ : {reason}]. Recommencez.",
    en: "Signing in to the source[ “{source}”] did not succeed[: {reason}]. Start again.",
  },
  "source-quota": {
    fr: "La source[ « {source} »] n'accorde plus assez d'appels aujourd'hui[ : {calls} nécessaires, {left} restants]. Réessayez demain ou demandez un quota plus grand.",
    en: "The source[ “{source}”] grants too few calls for today[: {calls} needed, {left} left]. Try again tomorrow or ask for a larger quota.",
  },
  "gateway-unreachable": {
    fr: "Le service Vigie est injoignable. Vérifiez votre connexion réseau.",
    en: "The Vigie service cannot be reached. Check your network connection.",
  },
  "gateway-timeout": {
    fr: "Le service Vigie met trop de temps à répondre[ (plus de {seconds} s)]. Réessayez.",
    en: "The Vigie service takes too long to answer[ (over {seconds} s)]. Try again.",
  },
  "gateway-invalid-answer": {
    fr: "Le service Vigie a donné une réponse inattendue[ (état {status})]. Prévenez votre administrateur.",
    en: "The Vigie service gave an unexpected answer[ (status {status})]. Tell your administrator.",
  },
  "stream-truncated": {
    fr: "Les données se sont interrompues en route. Les précédentes restent en place ; réessayez.",
    en: "The data stopped on its way. The previous data stays in force; try again.",
  },
  "session-expired": {
    fr: "La connexion a expiré. Reconnectez-vous.",
    en: "The connection has expired. Connect again.",
  },
  "refresh-needs-connection": {
    fr: "L'actualisation automatique n'a pas pu se faire sans vous : connectez-vous, puis actualisez.",
    en: "The automatic refresh could not happen without you: connect, then refresh.",
  },
  "request-invalid": {
    fr: "Le service Vigie n'a pas compris la demande[ : {expected}]. Rechargez le volet, puis réessayez.",
    en: "The Vigie service did not understand the request[: {expected}]. Reload the pane, then try again.",
  },
  "upload-too-large": {
    fr: "C'est trop à envoyer d'un coup[ : {megabytes} Mo au plus][, {files} fichiers au plus].",
    en: "This is too much to send at once[: at most {megabytes} MB][, at most {files} files].",
  },
  "too-many-requests": {
    fr: "Trop de demandes en peu de temps. Réessayez[ dans {seconds} s].",
    en: "Too many requests in a short time. Try again[ in {seconds} s].",
  },
  "gateway-full": {
    fr: "Le service Vigie a toutes ses connexions occupées[ ({sessions})].[ Une place se libère au plus tôt dans {seconds} s.] Si cela dure, votre administrateur peut en permettre davantage.",
    en: "All connections of the Vigie service are taken[ ({sessions})].[ A place becomes free in {seconds} s at the earliest.] If this lasts, your administrator can allow more.",
  },
  "uploads-full": {
    fr: "Le service Vigie a déjà trop de fichiers en mémoire[ ({megabytes} Mo au plus, tous utilisateurs réunis)]. Réessayez dans quelques minutes.",
    en: "The Vigie service already holds too many files in memory[ (at most {megabytes} MB for everybody)]. Try again in a few minutes.",
  },
  "address-unknown": {
    fr: "Le service Vigie ne connaît pas cette adresse[ : {path}].",
    en: "The Vigie service does not know this address[: {path}].",
  },
  "excel-missing": {
    fr: "Vigie s'ouvre dans Excel : onglet Accueil, bouton « Ouvrir Vigie ».",
    en: "Vigie opens in Excel: Home tab, “Open Vigie”.",
  },
  "configuration-invalid": {
    fr: "La configuration n'est pas valable[ : {setting}][ = {value}].[ Attendu : {expected}.]",
    en: "The configuration is not valid[: {setting}][ = {value}].[ Expected: {expected}.]",
  },
  "port-taken": {
    fr: "Le port {port} de {host} est déjà pris par un autre programme, peut-être par un service Vigie en marche. Arrêtez-le, ou choisissez un autre port.",
    en: "Port {port} of {host} is taken by another program, perhaps by a Vigie service that runs already. Stop it, or choose another port.",
  },
  stopped: {
    fr: "Arrêté à votre demande. Les données précédentes restent en place.",
    en: "Stopped as you asked. The previous data stays in force.",
  },
} as const satisfies Sentences;
