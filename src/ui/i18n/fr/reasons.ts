/** Ce qui met un objectif hors de portée, en fin de phrase. */
import type { ReasonMessages } from '../en/reasons.ts';

export const reasons: ReasonMessages = {
  fullShare: 'quel que soit leur nombre, tous sont parfois occupés, et 100 % ne sont jamais atteints',
  noWait: 'quel que soit leur nombre, tous sont parfois occupés, et l’attente moyenne n’est jamais de 0 s',
  reply: 'un conseiller avec une seule conversation met déjà plus longtemps à répondre',
  oneContact: (work) => `un seul contact demande ${work} de travail`,
  hours: 'même sans limite d’effectif, les réponses viennent trop tard dans ces heures d’ouverture',
  leftOver:
    'même sans limite d’effectif, trop de réponses viennent trop tard, contacts restés d’avant compris',
  other: 'il est hors de portée de tout effectif',
};
