import type { DemandWork } from '../en/demand-work.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('fr');
const s = (count: number, one: string, other: string) => plural(count, { one, other });

export const demandWork: DemandWork = {
  adjustTitle: 'Ajuster à la main',
  adjustSummary: (before, after) => `${before} contacts deviennent ${after}`,
  adjustNone: (contacts) =>
    `Les chiffres restent tels quels : **${contacts} contacts**. Ce que vous savez de plus s’y ajoute, avec qui et pourquoi.`,
  adjustSum: (before, after) =>
    `Avant ajustements **${before}** contacts, après **${after}**. Les chiffres d’origine sont conservés ; simulations et pics s’y ajoutent.`,
  adjustList: 'Ajustements, dans leur ordre',
  adjustAdded: (contacts) => `${contacts} contacts`,
  adjustTotalled: (contacts) => `total de ${contacts} contacts`,
  adjustFormula: (formula) => `formule ${formula}`,
  adjustCells: (count, shown) => s(count, `${shown} intervalle à la main`, `${shown} intervalles à la main`),
  adjustEffect: (contacts) => `${contacts} en tout`,
  adjustNoReason: 'sans motif',
  adjustNobody: 'sans auteur',
  adjustRemove: (what) => `Retirer l’ajustement : ${what}`,
  adjustRemoveShort: 'Retirer',
  adjustWho: 'Qui',
  adjustWhy: 'Pourquoi',
  adjustWhyExample: 'les avis d’imposition partent lundi',
  adjustKind: 'Changement',
  adjustKinds: { scale: 'en pourcentage', add: 'en contacts', total: 'à un total', formula: 'par formule' },
  adjustPercent: 'Pourcentage',
  adjustContacts: 'Contacts',
  adjustAdd: 'Ajouter cet ajustement',
  gridTitle: 'Intervalle par intervalle',
  gridLabel: (channel) => `Contacts par heure et par jour, ${channel}`,
  gridHint:
    'Saisissez dans une cellule, ou copiez et collez depuis et vers un tableur. Maj et les flèches sélectionnent, Suppr rétablit le chiffre d’avant.',
  gridTime: 'Heure',
  gridCell: (when) => `Contacts, ${when}`,
  gridNoNumber: (entry) => `« ${entry} » n’est pas un nombre de contacts ; rien n’a été repris.`,
  gridTaken: (count, shown) => s(count, `${shown} intervalle repris.`, `${shown} intervalles repris.`),
  gridOutside: (count) => `${count} sont hors du tableau et laissés de côté.`,
  gridCleared: 'Les chiffres d’avant sont rétablis.',
  gridCopied: (count) => `${count} copiés.`,
  mixTitle: 'Déplacer des contacts entre canaux',
  mixSummary: (moved, share) => `${moved} contacts (${share}) changent de canal`,
  mixNone:
    'Décrivez des segments de clientèle (tranches d’âge, profils) par les canaux qu’ils préfèrent, puis déplacez ces parts : les contacts suivent, leur total reste.',
  mixStart: 'Décrire des segments',
  mixEverybody: 'Tous les clients',
  mixNew: 'Nouveau segment',
  mixMoved: (moved, share, all) =>
    `**${moved} contacts** (${share}) arrivent sur un autre canal ; le total reste **${all}**.`,
  mixTable: 'Contacts par canal avant et après le déplacement',
  mixChannel: 'Canal',
  mixBefore: 'Avant',
  mixAfter: 'Après',
  mixChange: 'Écart',
  mixSegment: 'Segment',
  mixWeight: 'Part des contacts',
  mixRemoveSegment: (name) => `Supprimer ${name}`,
  mixNow: (channel) => `${channel} aujourd’hui`,
  mixThen: (channel) => `${channel} demain`,
  mixAdd: 'Ajouter un segment',
  mixRemove: 'Abandonner le déplacement',
  mixAssumes:
    'Suppose qu’un besoin fait un contact quel que soit le canal, au moment où il serait venu, avec la DMT de son nouveau canal.',
  //END
};
