/** Ce qui ne va pas dans un fichier de scénario : une phrase par code, et ce que le champ admet. */
import type { Issue } from '../../../errors.ts';
import type { IssueCode } from '../../../scenario/issue.ts';
import type { Messages } from '../en.ts';

/** Ce qu'un champ admet, de l'anglais du noyau ; `$1`, `$2` reprennent ce que les parenthèses ont trouvé. */
const ALLOWED: readonly (readonly [RegExp, string])[] = [
  [
    /^a number from (.+) to (.+): no number of agents can promise it to everybody$/,
    'un nombre de $1 à $2\u202F: aucun effectif ne peut le promettre à tous',
  ],
  [/^a number from (.+) to (.+)$/, 'un nombre de $1 à $2'],
  [/^a whole number from (.+) to (.+)$/, 'un nombre entier de $1 à $2'],
  [/^a text of 1 to (\d+) characters$/, 'un texte de 1 à $1 caractères'],
  [
    /^a text of 1 to (\d+) characters, or one in each language as \{ en, fr \}$/,
    'un texte de 1 à $1 caractères, ou un par langue sous la forme { en, fr }',
  ],
  [/^1 to 64 letters, digits, - or _$/, '1 à 64 lettres, chiffres, - ou _'],
  [/^a date that exists, YYYY-MM-DD, from 1970 to 2199$/, 'une date qui existe, AAAA-MM-JJ, de 1970 à 2199'],
  [/^a time HH:MM up to (.+)$/, 'une heure HH:MM jusqu’à $1'],
  [
    /^a local time that exists, YYYY-MM-DDTHH:MM$/,
    'une date et heure locales qui existent, AAAA-MM-JJTHH:MM',
  ],
  [/^an IANA time zone such as (.+)$/, 'un fuseau horaire IANA, par exemple $1'],
  [/^an ISO 4217 code such as (.+)$/, 'un code ISO 4217, par exemple $1'],
  [/^a pair of times \[from, to\]$/, 'deux heures [de, à]'],
  [/^true or false$/, 'true ou false'],
  [/^a list$/, 'une liste'],
  [/^a list of at most (\d+)$/, 'une liste de $1 éléments au plus'],
  [/^an object$/, 'un objet'],
  [/^a JSON value$/, 'une valeur JSON'],
  [/^at most (\d+) values$/, '$1 valeurs au plus'],
  [/^at most (\d+) levels deep$/, '$1 niveaux de profondeur au plus'],
  [/^of at most (\d+) MB$/, 'de $1 Mo au plus'],
  [/^(\d+) MB$/, '$1 Mo au plus'],
  [/^a scenario, and not empty$/, 'un scénario, et non vide'],
  [/^text, and not a binary file$/, 'du texte, et non un fichier binaire'],
  [/^a scenario document \(a JSON object\)$/, 'un document de scénario (un objet JSON)'],
  [/^a version from 1 to (\d+)$/, 'une version de 1 à $1'],
  [
    /^at most (\d+): the file comes from a newer release$/,
    '$1 au plus : le fichier vient d’une version plus récente de l’application',
  ],
  [/^a version that can be brought up to date$/, 'une version qui peut être mise à jour'],
  [/^from an earlier to a later time$/, 'd’une heure à une heure plus tardive'],
  [/^apart from the others of its list$/, 'à l’écart des autres de sa liste'],
  [/^after the start of the event$/, 'après le début de l’événement'],
  [
    /^after the start of the shift \(25:30 is half past one the next day\)$/,
    'après le début de la vacation (25:30 est une heure et demie le lendemain)',
  ],
  [/^within its shift$/, 'à l’intérieur de sa vacation'],
  [/^a day of the calendar, from 0 to (\d+)$/, 'un jour du calendrier, de 0 à $1'],
  [/^each day once$/, 'chaque jour une seule fois'],
  [/^each (\w+) once$/, 'une seule fois dans la liste'],
  [/^one number per interval: (\d+) for (\d+) days$/, 'un nombre par intervalle : $1 pour $2 jours'],
  [/^one number per day: (\d+)$/, 'un nombre par jour : $1'],
  [/^one share per interval of the day: (\d+)$/, 'une part par intervalle de la journée : $1'],
  [/^one (?:list|row) per weekday$/, 'une liste par jour de la semaine'],
  [/^at least the low of its band$/, 'au moins la borne basse de sa bande'],
  [
    /^shares that sum to 1, or to 0 for a closed day \(these sum to (.+)\)$/,
    'des parts de somme 1, ou 0 pour un jour fermé (somme trouvée : $1)',
  ],
  [/^at most (.+) s, the mean of all customers$/, '$1 s au plus, la moyenne de tous les clients'],
  [/^absent for a group that holds conversations$/, 'absent pour un groupe qui mène des conversations'],
  [/^absent for a group with absences$/, 'absent pour un groupe avec absences'],
  [/^absent unless the kind is chat or messaging$/, 'absent sauf pour le chat ou la messagerie'],
  [/^present, as self-service is its bot$/, 'présent, car le libre-service est son bot'],
  [/^absent for self-service, which has no queue$/, 'absent pour le libre-service, qui n’a pas de file'],
  [/^absent where nobody gives up waiting$/, 'absent là où personne ne renonce à attendre'],
  [
    /^shares of redial and switch of at most 1 together \(these sum to (.+)\)$/,
    'des parts de rappel et de changement de canal de 1 au plus ensemble (somme trouvée : $1)',
  ],
  [
    /^shares of transfer and recontact of at most 1 together \(these sum to (.+)\)$/,
    'des parts de transfert et de retour de 1 au plus ensemble (somme trouvée : $1)',
  ],
  [/^another channel than this one$/, 'un autre canal que celui-ci'],
  [/^null: agents make the calls of this channel$/, 'null : ce sont les conseillers qui appellent'],
  [/^a channel of kind callback$/, 'un canal de rappels (callback)'],
  [/^absent where nobody waits on the line$/, 'absent là où personne n’attend en ligne'],
  [/^an id of its own$/, 'un identifiant qui ne sert qu’une fois'],
  [/^the id of a channel$/, 'l’identifiant d’un canal'],
  [/^a channel with agents, not self-service$/, 'un canal avec des conseillers, pas le libre-service'],
  [
    /^more than (.+) s: the contact still takes an agent some time$/,
    'plus de $1 s : le contact occupe encore un conseiller un moment',
  ],
  [/^"(.+)"$/, '« $1 »'],
];

/** Valeurs d'une énumération, noms de format : les mêmes dans toutes les langues. */
const SAME_EVERYWHERE = /^[\w./+-]+(?:(?:, | or )[\w./+-]+)*$/;

/** Ce que la valeur reçue était, quand le noyau la décrit en mots. */
const RECEIVED: readonly (readonly [RegExp, string])[] = [
  [/^a list of (\d+)$/, 'une liste de $1'],
  [/^an object$/, 'un objet'],
];

const SENTENCE: Readonly<
  Record<IssueCode, (path: string, allowed: string, received: string, issue: Issue) => string>
> = {
  missing: (path) => `${path} manque`,
  'unknown-field': (path) => `${path} n’est pas un champ d’un scénario`,
  'forbidden-name': (path) => `${path} porte un nom qu’aucun champ ne peut avoir`,
  'unknown-channel': (path, _, received) => `${path} est ${received}, qui n’est pas l’identifiant d’un canal`,
  'wrong-type': expected,
  'out-of-range': expected,
  'not-accepted': expected,
  'wrong-length': expected,
  'too-many': expected,
  duplicate: expected,
  'wrong-order': expected,
  overlap: expected,
  outside: expected,
  'wrong-sum': expected,
  'clock-change': (path, _, received) =>
    `${path} est ${received} ; un changement d’heure de ces dates tombe au milieu d’un tel intervalle`,
  'not-for-this-kind': expected,
  'too-deep': expected,
  'too-large': expected,
  'not-a-scenario': () =>
    'le fichier contient autre chose qu’un scénario : ouvrez-en un qui a été enregistré ici',
  'newer-version': () =>
    'le fichier vient d’une version plus récente de l’application : rechargez la page pour l’obtenir',
  'older-version': expected,
  empty: (_, allowed) => `le fichier doit être ${allowed}`,
  'not-text': (_, allowed) => `le fichier doit être ${allowed}`,
  'not-json': (_path, _allowed, _received, { values = {} }) =>
    `ligne ${values['line']}, colonne ${values['column']} : ${values['reason'] === 'ends-early' ? 'le fichier s’arrête ici' : 'un fichier de scénario ne s’écrit pas ainsi'}`,
  more: (_path, _allowed, _received, { values = {} }) =>
    `et ${values['more']} ${Number(values['more']) === 1 ? 'autre erreur' : 'autres erreurs'}`,
};

function expected(path: string, allowed: string, received: string): string {
  return received === '' ? `${path} : attendu ${allowed}` : `${path} est ${received} ; attendu : ${allowed}`;
}

function translated(phrases: typeof ALLOWED, text: string): string | null {
  for (const [pattern, french] of phrases) if (pattern.test(text)) return text.replace(pattern, french);
  return null;
}

function hasSentence(code: string): code is IssueCode {
  return Object.hasOwn(SENTENCE, code);
}

/** Ce qu'un champ admet, en français ; null si la phrase n'est pas connue. */
export function allowedInFrench(allowed: string): string | null {
  return SAME_EVERYWHERE.test(allowed) ? allowed.replaceAll(' or ', ' ou ') : translated(ALLOWED, allowed);
}

/** `0.95` s'écrit 0,95, et dix millions avec des espaces. */
function figuresInFrench(text: string): string {
  return text
    .replaceAll(/(\d)\.(\d)/g, '$1,$2')
    .replaceAll(/(?<![\d,])\d{5,}\b/g, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ' '));
}

export const issues: Messages['issues'] = {
  sentence(issue, place = issue.path) {
    const { code, allowed = '', values = {} } = issue;
    if (!hasSentence(code)) return issue.message;
    const received = String(values['received'] ?? '');
    return SENTENCE[code](
      place === 'the file' ? 'le fichier' : place,
      figuresInFrench(allowedInFrench(allowed) ?? allowed),
      received.startsWith('"') ? received : figuresInFrench(translated(RECEIVED, received) ?? received),
      issue,
    );
  },
  part: {
    channels: (number) => `canal ${number}`,
    groups: (number) => `groupe ${number}`,
    events: (number) => `événement ${number}`,
    specialDays: (number) => `jour particulier ${number}`,
  },
  entry: (number) => `élément ${number}`,
  quoted: (name) => `« ${name} »`,
  whole: 'le fichier',
};
