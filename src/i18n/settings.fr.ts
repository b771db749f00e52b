/** Texts of the pane's page "Réglages", French. */
export const settingsFr = {
  heading: "Réglages",
  company: "Votre entreprise",
  companyHint: "Gardés dans le classeur, feuille « Réglages » : ils valent pour tous ceux qui l'ouvrent.",
  fixed: "Fixé par votre administrateur.",
  range: "Un nombre entier de {{least}} à {{most}}",
  saved: "Enregistré : les chiffres suivent.",
  machine: "Ce poste",
  onOpen: "Actualiser à l'ouverture du classeur",
  atTime: "Actualiser à heure fixe, classeur ouvert",
  time: "Heure",
  noTime: "Une heure s'écrit 8h30 ou 08:30",
  connectionHint:
    "Une actualisation automatique se fait sans vous quand la source n'exige pas de mot de passe, ou quand elle se souvient de vous. Sinon, Vigie vous invite à vous connecter.",
  team: "L'actualisation automatique de ce classeur utilise le compte d'équipe de {{source}} : elle montre ce que voit ce compte, sans redemander le code.",
  teamForgotten:
    "Ce classeur a été actualisé avec le compte d'équipe de {{source}}, dont ce poste ne se souvient plus. Connectez-vous une fois avec son code pour que l'actualisation automatique l'utilise.",
  forgetTeam: "Oublier le compte d'équipe",
  name: "Votre nom",
  nameHint: "Un collègue qui attend la fin de votre actualisation le lira.",
  keptHere: "Ces réglages restent sur ce poste : un classeur transmis ne s'actualise jamais de lui-même.",
} as const;
